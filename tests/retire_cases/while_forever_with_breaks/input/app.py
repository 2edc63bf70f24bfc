import workarounds


def first(disk):
    while workarounds.enabled('fsync'):
        for part in disk.parts:
            if part.probe():
                break
        while disk.busy():
            break

        def wait():
            for part in disk.parts:
                break
        wait()
    disk.close()


def second(disk):
    while workarounds.enabled('fsync'):
        for part in disk.parts:
            part.flush()
        else:
            break
    disk.close()


def third(disk):
    while workarounds.enabled('fsync'):
        while disk.busy():
            disk.wait()
        else:
            break
    disk.close()


def fourth(disk):
    while disk.probe() or workarounds.enabled('fsync'):
        disk.flush()
    else:
        disk.open()
    disk.close()
