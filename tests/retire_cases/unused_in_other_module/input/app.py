import files
import workarounds
from files import _flush
from files import flush as public_flush


def convert(disk):
    if workarounds.enabled('fsync'):
        _flush(disk, files._Flusher())
        files._wait()
        files._used(disk)
        disk.flush(files._TRIES, files.WAIT)
        public_flush(disk)
    return files._used(disk)
