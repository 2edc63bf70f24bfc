import workarounds
from nova.conf import CONF


def nested(f, x):
    workarounds.enabled('flush', conf=f(CONF.workarounds.flush_images))
    x[workarounds.enabled('flush')].workarounds.flush_images
    getattr(CONF.workarounds, 'flush_images', workarounds.enabled('flush'))
    getattr(CONF.workarounds, x.workarounds.flush_images)
    CONF.workarounds[workarounds.enabled('flush')]
    CONF.workarounds.get('flush_images', workarounds.enabled('flush'))
    f(workarounds.enabled, workarounds.enabled('flush'))
