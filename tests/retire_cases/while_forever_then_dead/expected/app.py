def serve(disk):
    while True:
        disk.flush()
        if disk.probe():
            return disk.a
