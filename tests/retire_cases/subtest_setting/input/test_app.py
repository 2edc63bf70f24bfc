import app


class TestConvert:
    def test_sync(self):
        for on in (True, False):
            with self.subTest(on=on):
                self.flags(fsync=on, group='workarounds')
                app.convert(self.disk)
