def check(disk):
    return disk
