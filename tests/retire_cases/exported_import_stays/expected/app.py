import os

__all__ = ['os', 'convert']


def convert(k):
    return k
