def convert(disk):
    on = False
    return disk.read(flushed=on)
