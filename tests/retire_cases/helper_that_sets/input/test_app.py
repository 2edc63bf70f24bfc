import app


class TestConvert:
    def _enable(self):
        self.flags(fsync=True, group='workarounds')

    def test_sync(self, disk):
        self._enable()
        app.convert(disk)
        disk.sync.assert_called_once_with()
