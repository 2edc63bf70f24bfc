def kept(disk):
    return disk.read()


def unused(disk):
    disk.sync()


print('both')
