def convert(disk):
    disk.open()

    # Read it all.
    return disk.read()
