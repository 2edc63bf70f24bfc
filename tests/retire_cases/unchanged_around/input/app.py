# -*- coding: utf-8 -*-
import contextlib
import functools

import workarounds
TEXT = ""


@contextlib.contextmanager
@functools.lru_cache(
    maxsize= 8)
def first( disk ) :
    yield  disk;
    # The end of first.
# No part of it.


class  Disk( object ):
    '''A disk.'''

    def second(self) : return { 'a':1 }

    async def third(self):
        text = '''A text
that is not indented.'''
        def inner():
            return text  \
                + text
        return inner

        # The end of third.
    def fourth(self):
        if workarounds.enabled('fsync'):
            self.flush()
        return  self.read( )

    def fifth(self):
    	# Tabs.
    	if self:
    		return self


def sixth(disk): return disk.size + workarounds.enabled('fsync') + 1
def seventh(disk): return  disk


def eighth(names):
    return [*map(workarounds.enabled, names)]


if Disk:
    def ninth(disk):
        return  disk
    # The end of ninth.
# The end of all.
