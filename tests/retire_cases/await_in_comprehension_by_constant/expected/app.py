async def run(disks):
    return [d for d in disks]
