import workarounds
from nova.conf import CONF


def read(x):
    workarounds.enabled('flush')
    CONF.workarounds.flush_images
    x.workarounds.flush_images
