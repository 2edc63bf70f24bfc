import workarounds
from nova.conf import CONF


def nearest():
    CONF.workarounds.flush_images

    # TODO: remove when MIN_LIBVIRT_VERSION >= 8.0.0
    CONF.workarounds.disable_announce


def same_distance():
    CONF.workarounds.flush_images
    # TODO: remove when MIN_LIBVIRT_VERSION >= 8.0.0
    CONF.workarounds.disable_announce
