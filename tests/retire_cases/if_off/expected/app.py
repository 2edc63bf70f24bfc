"""Converts images."""


def convert(disk):
    disk.open()
    return disk.read()
