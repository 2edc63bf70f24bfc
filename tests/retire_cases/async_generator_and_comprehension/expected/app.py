async def parts(disk):
    async for part in disk.parts:
        if await part.probe():
            yield part


async def convert(disk):
    return [
        part
        async for part in parts(disk)
        if await part.check()
    ]
