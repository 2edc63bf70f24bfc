"""Converts images."""


def convert(disk):
    return disk.read()
