import ddt

import app


@ddt.ddt
class TestConvert:
    @ddt.data(True, False)
    def test_sync(self, on):
        self.flags(fsync=on, group='workarounds')
        app.convert(self.disk)
        self.assertEqual(on, self.disk.sync.called)
