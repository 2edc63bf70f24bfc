import app


def test_both(testcase, disk):
    testcase.flags(fsync=False, group='workarounds')
    assert app.convert(disk) == disk
    testcase.flags(fsync=True, group='workarounds')
    assert app.convert(disk) == disk
