import os

import disklib
from disklib import flushing
from otherlib import Disk
import readers
import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        os.sync()
        flushing.flush(disk)
        readers.flush(Disk(disk))
    return disklib.read(disk)
