def convert(disk, wanted):
    mode = 'r'
    size = disk.size + 2 * 3
    more = 3 * (disk.a + 1)
    part = disk.b
    return mode, size, more, part
