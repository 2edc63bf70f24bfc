import json
import os
import sys

__all__ = ['convert', 'sys']


def _never_called():
    return 3


def convert(disk):
    return disk.read(os.name)
