import app


class TestConvert:
    def test_no_sync(self):
        self.flags(fsync=False, group='workarounds')
        app.convert(self.disk)
        self.disk.sync.assert_not_called()
