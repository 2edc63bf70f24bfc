import os


def convert(disk):
    return disk
