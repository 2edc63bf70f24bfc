import workarounds


def convert(disk, conf):
    if workarounds.enabled('kinds', conf):
        disk.check()
    return disk.read()
