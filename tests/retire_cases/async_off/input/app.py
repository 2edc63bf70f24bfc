import workarounds


async def convert(disk):
    if workarounds.enabled('fsync'):
        await disk.flush()
    if await disk.probe() and workarounds.enabled('fsync'):
        await disk.flush()
    else:
        await disk.open()
    async for part in disk.parts:
        if workarounds.enabled('fsync'):
            await part.flush()
        await part.close()
    async with disk.lock:
        if not workarounds.enabled('fsync'):
            await disk.skip()
    return await disk.read()
