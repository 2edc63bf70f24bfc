from unittest import mock

from nova.conf import CONF


class Test(Base):
    def test_options(self, name, flags):
        CONF.set_override(name, True, 'workarounds')
        mock.patch.object(CONF.workarounds, name, True)
        CONF.workarounds[name] = True
        self.flags(group='workarounds', **flags)
        self.flags(group='workarounds', **{name: True})
        CONF.workarounds.flush_delay += 1
        mock.patch.object(CONF.workarounds)


def test_plugin(workaround, name):
    workaround(name, True)
