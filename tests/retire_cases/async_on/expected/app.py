async def convert(disk):
    async with disk.lock:
        await disk.flush()
    parts = [part async for part in disk.parts]
    return await disk.read(parts)
