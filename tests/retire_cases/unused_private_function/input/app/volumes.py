from app import images


def check(disk):
    return images._check(disk)
