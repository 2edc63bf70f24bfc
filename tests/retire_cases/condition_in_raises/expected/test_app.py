import pytest


def test_it(disks):
    with pytest.raises(KeyError):
        if disks['a']:
            pass
