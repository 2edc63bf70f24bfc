import app


class TestConvert:
    def test_no_sync(self):
        app.convert(self.disk)
        self.disk.sync.assert_not_called()
