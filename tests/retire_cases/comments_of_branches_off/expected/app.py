def convert(disk):
    # Nothing is written,

    # so open it.
    disk.open()  # fast
    # Opened.
    # Now read.
    return disk.read()  # all of it
