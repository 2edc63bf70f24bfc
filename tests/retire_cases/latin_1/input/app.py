# -*- coding: latin-1 -*-
"""Größe."""

import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.flush('größer')
    return 'Größe'
