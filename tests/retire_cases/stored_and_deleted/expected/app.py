ON = False


def convert(disk):
    if ON:
        disk.sync()
    return disk
