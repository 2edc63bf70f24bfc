import sys
import workarounds


def _raw_sync():
    return 1


def convert(kind):
    if workarounds.enabled('fsync'):
        _raw_sync()
    return getattr(sys.modules[__name__], '_%s_sync' % kind)()
