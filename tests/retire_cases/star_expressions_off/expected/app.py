def convert(disk, few, many):
    disk.run(*few)
    disk.run(**few)
    parts = [*few, *disk.parts]
    first, *rest = few
    return parts, first, rest
