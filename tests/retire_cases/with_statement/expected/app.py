def convert(disk, lock):
    with lock, disk.opened() as part:
        part.flush()
    with lock:
        disk.wait()
    with lock:
        disk.close()
    return disk.read()
