from nova.conf import CONF


def read():
    yield CONF.workarounds.flush_images
    yield CONF.workarounds.flush_images  # workarounds: ignore=WA203 a test
    yield 1  # workarounds: ignore=WA204 a test
