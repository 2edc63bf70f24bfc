import app
import workarounds


def test_default():
    assert not workarounds.enabled('fsync')


def test_both(testcase, disk):
    testcase.flags(fsync=True, group='workarounds')
    app.convert(disk)
    testcase.flags(fsync=False, group='workarounds')
    app.convert(disk)
