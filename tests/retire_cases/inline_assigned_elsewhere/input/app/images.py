import app.flags
from app import flags


class Driver:
    def __init__(self):
        self.waits = 3


def convert(disk):
    flags.flushes = disk.when
    if flags.flushes(disk):
        disk.flush()
    app.flags.checks = disk.when
    if flags.checks(disk) or flags.waits():
        disk.check()
    return disk.read()
