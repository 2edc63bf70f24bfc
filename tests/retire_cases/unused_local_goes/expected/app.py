def convert(disk):
    disk.next()
    disk.open()
    return disk.read()
