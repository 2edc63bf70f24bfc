from app import volumes
from app.sizes import most as other
from app.sizes.most import LARGE
import app.sizes.most as sizes
import app.volumes
import copy; import zlib
from string import *; import difflib
import workarounds


def grow(disk):
    import json
    if workarounds.enabled('fsync'):
        disk.flush(LARGE, sizes.LARGE, other, json.dumps(3))
        volumes.check(app.volumes.check(disk))
        copy.copy(difflib)
    zlib.crc32(digits)
    return disk


def assigned(disk):
    size: int = disk.next()
    part = disk.a if disk.b else disk.c
    first, second = disk.pair
    if workarounds.enabled('fsync'):
        disk.flush(size, part, first)
    return second


def caught(disk):
    try:
        disk.open()
    except OSError as error:
        if workarounds.enabled('fsync'):
            disk.flush(error)
        disk.close()
    never = disk.next()
