from app import plain
from app import registered
from app.both import kept
from app.both import unused
from app.parts import sync
import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        plain.sync(disk)
        registered.sync(disk)
        unused(disk)
        sync(disk)
    return kept(disk)
