import app
import workarounds


def test_default():
    assert not workarounds.enabled('fsync')


def test_off(testcase, disk):
    testcase.flags(fsync=False, group='workarounds')
    app.convert(disk)
    disk.sync.assert_not_called()


def test_both(testcase, disk):
    testcase.flags(fsync=True, group='workarounds')
    app.convert(disk)
    testcase.flags(fsync=False, group='workarounds')
    app.convert(disk)
