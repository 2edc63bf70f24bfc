from nova.conf import CONF


def forms():
    yield CONF.workarounds.flush_images
    yield CONF['workarounds']['flush_images']
    yield CONF.workarounds['flush_images']
    yield CONF['workarounds'].flush_images
    yield getattr(CONF.workarounds, 'flush_images')
    yield getattr(CONF.workarounds, 'flush_images', False)
    yield getattr(getattr(CONF, 'workarounds'), 'flush_images')
    yield getattr(CONF, 'workarounds').flush_images
    yield CONF.workarounds.get('flush_images')
    yield CONF.workarounds.get('flush_images', False)
    yield (CONF.workarounds.flush_images)


def what_to_write():
    yield CONF.workarounds.disable_announce
    yield CONF.workarounds.flush_delay
    yield CONF.workarounds.port_kinds


def what_may_be_one(x):
    yield hasattr(CONF.workarounds, 'flush_images')
    yield x.workarounds.flush_images
    yield CONF.workarounds[x]
