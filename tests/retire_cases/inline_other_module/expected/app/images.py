from app.flags import size


def convert(disk):
    return size(disk)
