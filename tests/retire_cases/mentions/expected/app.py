# See the workaround flush_before_read below.
NAMES = ['flush_before_read']


def convert(disk):
    return disk.read()
