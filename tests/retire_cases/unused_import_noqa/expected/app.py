import os  # noqa: F401


def convert(k):
    return k
