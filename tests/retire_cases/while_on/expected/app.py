def convert(disk, tries):
    while tries:
        disk.flush()
        tries -= 1
    while True:
        disk.flush()
        if disk.probe():
            break
    return disk.read()
