import workarounds

# See the workaround flush_before_read below.
NAMES = ['flush_before_read']


def convert(disk):
    # flush_before_read: bug 1
    if workarounds.enabled('flush_before_read'):
        disk.flush()
    return disk.read()
