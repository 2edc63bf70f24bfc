def convert(disk, parts):
    slow = [part for part in parts if False]
    for part in slow:
        part.sync()
    return disk.read()
