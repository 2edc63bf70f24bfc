"""Converts images."""


def convert(disk):
    return disk.read()


def check(disk):
    return disk.check()
