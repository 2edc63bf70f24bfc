import collections.abc
import json as dumper
import os
import sys
import time

from os import path
from shutil import copy, move
from string import (
    ascii_letters,
    digits,
    punctuation,
)
from urllib import parse

import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        os.fsync(disk.fd)
        dumper.dumps(path.join(disk.name, ascii_letters, punctuation))
        move(disk.name, parse.quote(disk.name))
        if isinstance(disk, collections.abc.Iterator):
            time.sleep(1)
    copy(disk.name, digits)
    return sys.getsizeof(disk)
