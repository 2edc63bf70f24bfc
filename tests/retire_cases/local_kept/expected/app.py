def convert(disk):
    disk.open()
    mode = 'r'
    disk.check()
    return disk.read(mode)
