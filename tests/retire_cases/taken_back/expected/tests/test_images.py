from app import images


def test_convert(disk):
    assert images.convert(disk)
