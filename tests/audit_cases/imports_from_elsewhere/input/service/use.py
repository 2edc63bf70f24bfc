import workarounds
from elsewhere import CONF
from elsewhere import NAME
from elsewhere import conf
from elsewhere import x
from service.constants import OTHER


def perhaps():
    CONF.workarounds.flush_images
    conf.workarounds.flush_images
    x.workarounds.flush_images
    workarounds.enabled(NAME)
    workarounds.enabled(OTHER)
    conf.workarounds.flsh_images
    x.workarounds.flsh_images
