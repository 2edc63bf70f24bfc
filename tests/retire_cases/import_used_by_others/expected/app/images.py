import json
import os
import shutil
import stat


def convert(disk):
    return disk.read()
