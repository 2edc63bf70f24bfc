import workarounds

_ON = workarounds.enabled('fsync')


async def chunks(disk):
    if _ON:
        yield disk
    await disk.close()
