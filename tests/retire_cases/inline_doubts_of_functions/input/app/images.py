import app.flags as f
from app import flags
from app.flags import good
from app.flags import renamed as r


def convert(disk, parameter):
    disk.attribute()
    disk.tell('app.flags:text', f'{disk.name} and text')
    if parameter or r() or f.module_renamed():
        disk.open()
    disk.when(flags.passed_on)
    if good() or flags.good():
        disk.flush()
    return inner()


def inner():
    return flags.parameter() and flags.text()


async def read(disk):
    return await flags.awaited() or flags.attribute()
