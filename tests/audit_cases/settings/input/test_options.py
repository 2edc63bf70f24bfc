from unittest import mock

import fixtures
from nova.conf import CONF
from oslo_config import cfg

GROUP = 'workarounds'
OBJECT = cfg.OptGroup('workarounds')
group = CONF.workarounds


class Test(Base):
    def test_flags(self):
        self.flags(flush_images=True, group='workarounds')
        self.flags(group='workarounds', flush_images=True)
        self.flags(group=GROUP, flush_images=True)
        self.flags(group='workarounds', **{'flush_images': True})
        self.flags(flush_images=True, flush_delay=3, group='workarounds')
        self.flags(flush_images=['a', {[]: 1}], group='workarounds')
        self.fixture.config(group='workarounds', flush_images=True)
        override_config(flush_images=True, group='workarounds')
        set_flags(flush_images=True, group='workarounds')
        self.own_helper(flush_images=True, group='workarounds')

    def test_overrides(self, driver):
        CONF.set_override('flush_images', True, 'workarounds')
        CONF.set_override('flush_images', True, group='workarounds')
        CONF.set_override('flush_images', override=True, group=OBJECT)
        CONF.set_override(
            name='flush_images', override=True, group='workarounds'
        )
        driver.CONF.set_default('flush_images', True, 'workarounds')
        CONF.set_default('flush_images', default=True, group='workarounds')
        CONF.clear_override('flush_images', 'workarounds')
        CONF.clear_override('flush_images', group='workarounds')
        CONF.clear_default('flush_images', group='workarounds')

    def test_patches(self, monkeypatch):
        mock.patch.object(CONF.workarounds, 'flush_images', True)
        mock.patch.object(CONF.workarounds, 'flush_images', new=True)
        mock.patch.object(CONF.workarounds, 'flush_images')
        mock.patch.object(CONF['workarounds'], 'flush_images', True)
        mock.patch.multiple(CONF.workarounds, flush_images=True)
        mock.patch('nova.conf.CONF.workarounds.flush_images', True)
        self.stub_out('nova.utils.CONF.workarounds.flush_images', True)
        fixtures.MonkeyPatch('nova.CONF.workarounds.flush_images', True)
        fixtures.MockPatchObject(CONF.workarounds, 'flush_images', True)
        monkeypatch.setattr(CONF.workarounds, 'flush_images', True)
        monkeypatch.setattr('nova.CONF.workarounds.flush_images', True)
        monkeypatch.delattr(CONF.workarounds, 'flush_images')
        setattr(CONF.workarounds, 'flush_images', True)

    def test_assignments(self, x):
        CONF.workarounds.flush_images = True
        CONF.workarounds.flush_images: bool = True
        CONF.workarounds['flush_images'] = True
        group.flush_images = True
        del CONF.workarounds.flush_images
        CONF.workarounds.flush_images, y = x
        for CONF.workarounds.flush_images in x: pass
        CONF.workarounds.flush_images = y = True
        CONF.workarounds.flush_delay += 1

    @mock.patch.object(CONF.workarounds, 'flush_images', True)
    def test_decorator(self):
        pass


@mock.patch.object(CONF.workarounds, 'flush_images', True)
class TestDecorated:
    def test_block(self):
        with mock.patch.object(CONF.workarounds, 'flush_images', True): pass
