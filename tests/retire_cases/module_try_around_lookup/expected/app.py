PATHS = {'sync': '/'}
try:
    _PATH = PATHS['sync']
except KeyError:
    raise SystemExit('add sync')


def convert(disk):
    return disk
