def convert(lock, disk):
    with lock:
        pass
    return disk
