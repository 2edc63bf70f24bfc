import workarounds


def convert(disk, names):
    first = [n for n in names if disk.next() in workarounds.value('kinds')]
    second = [n for n in names if n in workarounds.value('kinds')]
    return first, second
