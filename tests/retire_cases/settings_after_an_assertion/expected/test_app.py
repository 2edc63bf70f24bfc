import app


def test_off_then_on(testcase, disk):
    assert app.convert(disk) == disk
    disk.sync.assert_not_called()
    testcase.flags(fsync=True, group='workarounds')
    app.convert(disk)
    disk.sync.assert_called_once_with()
