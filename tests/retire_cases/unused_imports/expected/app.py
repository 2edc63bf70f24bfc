import sys

from shutil import copy
from string import (
    digits,
)


def convert(disk):
    copy(disk.name, digits)
    return sys.getsizeof(disk)
