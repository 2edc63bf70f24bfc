from app import flags
from app.flags import renamed as r


def convert(disk, parameter):
    disk.attribute()
    disk.tell('app.flags:text', f'{disk.name} and text')
    if parameter or r():
        disk.open()
    disk.when(flags.passed_on)
    return False


def inner():
    return False


async def read(disk):
    return await flags.awaited() or flags.attribute()
