import workarounds
from nova.conf import CONF


def workaround():
    workarounds.enabled('flsh')
    workarounds.value('anounce_self')
    workarounds.param('flsh', 'delay')
    workarounds.enabled('unheard_of')
    workarounds.enabled('flush_images')
    workarounds.value('disable_announce')


def option():
    CONF.workarounds.flush_image
    CONF.workarounds.disable_anounce
    CONF.workarounds.unheard_of
    CONF.workarounds.announce_self
    CONF.set_override('flush_image', True, 'workarounds')
    CONF.set_override('unheard_of', True, 'workarounds')
    CONF.set_override('announce_self', True, 'workarounds')


def parameter():
    workarounds.param('flush', 'dealy')
    workarounds.param('flush', 'flush_delay')
    workarounds.param('announce_self', 'delay')
