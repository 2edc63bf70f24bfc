def convert(disk):
    # The steps of the conversion.

    disk.open()
    return disk.read()
