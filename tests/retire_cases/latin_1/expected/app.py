# -*- coding: latin-1 -*-
"""Größe."""


def convert(disk):
    return 'Größe'
