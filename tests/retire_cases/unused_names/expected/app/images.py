from json import *


def convert(disk):
    return dumps(disk)
