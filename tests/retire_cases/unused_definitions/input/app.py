import json

import workarounds

_LIMIT = 3
_SIZES = {'raw': [1, 2]}
_MADE = json.loads('3')
__version__ = '1'
FSYNC = 'fsync'
OTHER = 'other'


def _twice(disk):
    """Call itself."""
    if disk.busy():
        _twice(disk)


class _Flusher:
    attempts = 3

    def _flush(self, disk):
        disk.flush()

    @property
    def _size(self):
        return 3

    @classmethod
    def _make(cls):
        return cls()

    def __len__(self):
        return 3


def convert(disk):
    def _inner():
        disk.flush()

    def inner():
        disk.flush()

    if workarounds.enabled(FSYNC):
        _twice(disk)
        flusher = _Flusher._make()
        flusher._flush(flusher._size)
        disk.flush(_LIMIT, _SIZES, _MADE, OTHER, __version__)
        _inner()
        inner()
        len(flusher)
    return disk.read()
