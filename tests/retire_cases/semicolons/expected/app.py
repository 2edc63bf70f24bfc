def convert(disk):
    disk.open(); disk.check()
    disk.grow()
    disk.shrink()
    return disk.read()
