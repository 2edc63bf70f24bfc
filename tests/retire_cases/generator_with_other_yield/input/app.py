import workarounds


def parts(disk):
    if workarounds.enabled('fsync'):
        yield disk.a
    yield disk.b


async def more(disk):
    yield disk.b
    if workarounds.enabled('fsync'):
        yield disk.a
