import workarounds


def convert(disk):
    if workarounds.value('nosync'):
        disk.skip()
    else:
        disk.flush()
    return disk.read(workarounds.value('nosync'))
