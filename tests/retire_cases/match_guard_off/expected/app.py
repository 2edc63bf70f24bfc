def convert(disk, kind):
    match kind:
        case 'raw':
            disk.open()
        case _:
            disk.close()
    return disk.read()
