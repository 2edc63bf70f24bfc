import workarounds


def convert(disk):
    for kind in workarounds.value('kinds'):
        if disk.kind == kind:
            break
    else:
        disk.open()
    names = [kind.upper() for kind in workarounds.value('kinds')]
    more = [kind for kind in workarounds.value('kinds') or disk.kinds]
    return disk.read(names, more)
