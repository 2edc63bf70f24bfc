from .volumes import check
from . import volumes
import workarounds
from json import *


def convert(disk):
    if workarounds.enabled('fsync'):
        check(volumes)
    return dumps(disk)
