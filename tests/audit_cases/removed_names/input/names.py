import workarounds
from nova.conf import CONF


def read():
    workarounds.enabled('old_luks')
    workarounds.value('old_luks')
    workarounds.param('old_luks', 'cipher')
    CONF.workarounds.disable_luks
    CONF.workarounds.luks_cipher
    CONF.set_override('disable_luks', True, 'workarounds')


def elsewhere(x):
    x.workarounds.disable_luks
