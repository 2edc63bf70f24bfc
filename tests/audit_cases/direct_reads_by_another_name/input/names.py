import nova.conf
from nova.conf import CONF
from nova.conf import CONF as settings
from oslo_config import cfg

MINE = nova.conf.CONF
AGAIN = MINE
group = CONF.workarounds
workarounds = CONF.workarounds
annotated: object = CONF['workarounds']
one = other = CONF.workarounds
GROUP_NAME = 'workarounds'
by_getattr = getattr(CONF, 'workarounds')
first, second = 1, CONF.workarounds
conf = None
conf = conf or CONF


def names():
    yield settings.workarounds.flush_images
    yield MINE.workarounds['flush_images']
    yield getattr(AGAIN.workarounds, 'flush_images')
    yield group.flush_images
    yield group['flush_images']
    yield getattr(group, 'flush_images')
    yield workarounds.flush_images
    yield annotated.flush_images
    yield other.flush_images
    yield CONF[GROUP_NAME].flush_images
    yield by_getattr.flush_images
    yield second.flush_images
    yield conf.workarounds.flush_images


def a_parameter(conf=None):
    if conf is None:
        conf = cfg.CONF
    return conf.workarounds.flush_images


def an_outer_function():
    mine = CONF.workarounds

    def inner():
        return mine.flush_images

    return inner
