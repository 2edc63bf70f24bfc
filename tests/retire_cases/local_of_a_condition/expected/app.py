def convert(disk):
    try:
        disk.clone()
    except OSError:
        disk.fetch()
    return disk.read()
