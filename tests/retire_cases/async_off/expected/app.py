async def convert(disk):
    await disk.probe()
    await disk.open()
    async for part in disk.parts:
        await part.close()
    async with disk.lock:
        await disk.skip()
    return await disk.read()
