import app


class TestCase:
    def test_two_settings(self):
        self.flags(fsync=True, group='workarounds')
        self.flags(other=True, group='workarounds')
        assert app.convert(1)

    def test_one_setting(self):
        self.flags(fsync=True, other=True, group='workarounds')
        assert app.convert(1)

    def test_another_group(self):
        self.flags(other=True, group='libvirt')
        self.flags(fsync=True, group='workarounds')
        assert app.convert(1)

    def test_final_value(self):
        self.flags(fsync=False, other=True, group='workarounds')
        assert app.convert(1)
