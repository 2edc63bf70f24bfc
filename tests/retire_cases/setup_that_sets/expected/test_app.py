import app


class TestConvert:
    def setUp(self):
        super().setUp()
        self.flags(fsync=True, group='workarounds')

    def test_sync(self, disk):
        app.convert(disk)
        disk.sync.assert_called_once_with()
