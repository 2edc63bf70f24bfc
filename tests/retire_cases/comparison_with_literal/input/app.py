import workarounds


def convert(disk):
    if workarounds.enabled('fsync') is True:
        disk.flush()
    if workarounds.enabled('fsync') == False:
        disk.open()
    if bool(workarounds.enabled('fsync')):
        disk.wait()
    return disk.read()
