from unittest import mock

from nova.conf import CONF


class Test(Base):
    def test_another_group(self, conf, opts):
        self.flags(flush_images=True, group='compute')
        self.flags(flush_images=True)
        CONF.set_override('flush_images', True)
        CONF.set_override('flush_images', True, 'compute')
        CONF.set_override()
        conf.register_opts(opts, group='workarounds')
        conf.import_opt('flush_images', 'nova.conf', group='workarounds')
        own(kind=1, group='workarounds')

    def test_another_object(self, driver):
        mock.patch.object(driver, 'flush_images', True)
        mock.patch.object(self.workarounds, 'flush_images', True)
        mock.patch('nova.workarounds.Driver.flush_images')
        mock.patch('nova.conf.CONF.workarounds')
        mock.patch()
        mock.patch.multiple(driver, flush_images=True)
        self.workarounds.flush_images = True
        flush_images = True

    def test_another_fixture(self):
        workaround('flush_images', True)
        self.workaround('flush_images', True)
        WorkaroundFixture(flush_images=True)


class Alias(Base):
    def setUp(self):
        self.workarounds = CONF.workarounds


def workaround():
    pass


def test_plugin():
    workaround('flush_images', True)


def test_nothing(workaround):
    workaround()
