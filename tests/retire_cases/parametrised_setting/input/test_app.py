import app
import pytest


@pytest.mark.parametrize('on', [True, False])
def test_sync(testcase, disk, on):
    testcase.flags(fsync=on, group='workarounds')
    app.convert(disk)
    assert disk.sync.called is on
