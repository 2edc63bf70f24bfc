from unittest import mock

from workarounds import fixture

from nova.conf import CONF


class Test(Base):
    def test_removed(self):
        self.useFixture(x(self.flags(
            disable_luks=True, group='workarounds')))
        y = 1; CONF.workarounds.luks_cipher = 'aes'; z = 2
        fixture.WorkaroundFixture(old_luks=True)

    @mock.patch.object(CONF.workarounds, 'disable_luks', True)
    def test_decorated(self):
        pass

    def test_unknown(self):
        self.flags(flsh_images=True, group='workarounds')
        fixture.WorkaroundFixture(flsh=True)
        CONF.set_override('unheard_of', True, 'workarounds')

    def test_known(self):
        self.flags(flush_images=True, group='workarounds')
        fixture.WorkaroundFixture(flush=True)


@mock.patch.object(CONF.workarounds, 'flush_images', True)
def test_at_import():
    pass
