import pytest
import workarounds


def test_it(disks):
    with pytest.raises(KeyError):
        if disks['a'] or workarounds.enabled('fsync'):
            pass
