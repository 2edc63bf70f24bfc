def first(disk):
    while True:
        for part in disk.parts:
            if part.probe():
                break
        while disk.busy():
            break

        def wait():
            for part in disk.parts:
                break
        wait()


def second(disk):
    while True:
        for part in disk.parts:
            part.flush()
        else:
            break
    disk.close()


def third(disk):
    while True:
        while disk.busy():
            disk.wait()
        else:
            break
    disk.close()


def fourth(disk):
    while disk.probe() or True:
        disk.flush()
    else:
        disk.open()
    disk.close()
