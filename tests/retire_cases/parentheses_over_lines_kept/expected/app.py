def convert(disk, wanted):
    assert ((disk.raw)  # the fast way
            or disk.probe()  # the slow way
            ), 'no'
    if (disk.raw and
            disk.old) and wanted:
        disk.flush()
    return disk.read()
