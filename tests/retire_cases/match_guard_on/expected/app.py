def convert(disk, kind):
    match kind:
        case 'raw':
            disk.flush()
        case [first] if first:
            disk.open()
        case _:
            disk.check()
    return disk.read()
