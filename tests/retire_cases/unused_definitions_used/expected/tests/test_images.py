from app import images


def test_disk(disk):
    images._tested(disk)
