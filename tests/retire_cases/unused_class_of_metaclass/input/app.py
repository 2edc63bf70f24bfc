import workarounds


class Meta(type):
    pass


class _Sync(metaclass=Meta):
    pass


def convert(k):
    if workarounds.enabled('fsync'):
        _Sync()
    return k
