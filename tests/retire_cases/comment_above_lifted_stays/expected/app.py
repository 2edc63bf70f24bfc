def convert(disk):
    # The image must be complete.
    disk.open()
    return disk.read()
