import workarounds

PATHS = {'sync': '/'}
try:
    _PATH = PATHS['sync']
except KeyError:
    raise SystemExit('add sync')


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.sync(_PATH)
    return disk
