def convert(disk):
    # There is nothing to be written.
    disk.open()
    return disk.read()
