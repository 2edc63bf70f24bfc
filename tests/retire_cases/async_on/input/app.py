import workarounds


async def convert(disk):
    if workarounds.enabled('fsync'):
        async with disk.lock:
            await disk.flush()
    parts = [part async for part in disk.parts if workarounds.enabled('fsync')]
    if not workarounds.enabled('fsync'):
        return None
    return await disk.read(parts)
