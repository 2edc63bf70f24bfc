import workarounds

_ON = workarounds.enabled('fsync')


async def run(disks):
    return [(await d.flush()) if _ON else d for d in disks]
