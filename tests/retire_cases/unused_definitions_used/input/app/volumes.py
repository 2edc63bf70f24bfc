from app import images


def convert(disk):
    images._elsewhere(disk)
