def parts(disk):
    yield disk.b


async def more(disk):
    yield disk.b
