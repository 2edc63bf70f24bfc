def convert(disk, kind):
    match kind:
        case 'raw':
            pass
        case _:
            disk.open()
    match disk.kind:
        case 'raw':
            disk.close()
    return disk.read()
