ON = False


def force():
    global ON
    ON = True


def convert(disk):
    if ON:
        disk.sync()
    return disk
