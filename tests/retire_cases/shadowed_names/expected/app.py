def convert(disk):
    disk.flush()
    return disk.read()


def check(disk, on):
    if on:
        disk.check()
    return [on for on in disk.parts if on]
