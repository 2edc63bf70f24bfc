import workarounds

DRIVERS = []


class Base:
    def __init_subclass__(cls):
        DRIVERS.append(cls)


class _Sync(Base):
    pass


def convert(k):
    if workarounds.enabled('fsync'):
        _Sync()
    return k
