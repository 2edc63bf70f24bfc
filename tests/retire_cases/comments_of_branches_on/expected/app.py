def convert(disk):
    # Write it all.
    disk.flush()  # slow

    # Written.
    disk.wait()
    return disk.read()
