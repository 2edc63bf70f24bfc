def convert(disk):
    disk.open()
