def convert(disk):
    disk.open(); disk.check()
    if disk.raw: disk.grow()
    for part in disk.parts: part.close()
    return disk.read()
