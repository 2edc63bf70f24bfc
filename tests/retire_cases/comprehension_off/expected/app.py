def convert(disk, names):
    first = [name for name in names if False]
    second = [
        name for name in disk.names
        if False
    ]
    third = {name for name in names if False}
    fourth = {name: 1 for name in names if False}
    return first, second, third, fourth
