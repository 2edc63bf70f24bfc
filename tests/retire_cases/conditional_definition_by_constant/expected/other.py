from app import sync


def convert(disk):
    return sync(disk)
