def convert(disk):
    disk.open()
    names = []
    more = [kind for kind in disk.kinds]
    return disk.read(names, more)
