def convert(disk):
    disk.open()

    disk.flush()
    return disk.read('flushed')
