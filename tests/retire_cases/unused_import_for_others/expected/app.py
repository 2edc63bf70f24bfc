import os as os
from os import path as path


def convert(k):
    return k
