import workarounds


async def parts(disk):
    async for part in disk.parts:
        if not workarounds.enabled('fsync'):
            continue
        if workarounds.enabled('fsync') and await part.probe():
            yield part


async def convert(disk):
    return [
        part
        async for part in parts(disk)
        if await part.check() and workarounds.enabled('fsync')
    ]
