import json

_MADE = json.loads('3')
__version__ = '1'
OTHER = 'other'


def convert(disk):
    return disk.read()
