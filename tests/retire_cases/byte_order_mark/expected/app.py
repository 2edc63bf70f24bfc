"""Größe."""


def convert(disk):
    return 'Größe'
