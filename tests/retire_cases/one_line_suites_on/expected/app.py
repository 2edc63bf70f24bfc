def convert(disk):
    disk.flush(); disk.wait()
    if disk.raw: disk.grow()
    return disk.read()
