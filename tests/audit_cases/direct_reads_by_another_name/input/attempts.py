try:
    from nova.conf import CONF
except ImportError:
    CONF = None


def attempted():
    return CONF.workarounds.flush_images
