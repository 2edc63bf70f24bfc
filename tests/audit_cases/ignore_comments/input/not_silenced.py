"""Not this line, not this code, not this file."""

from nova.conf import CONF


def lines():
    # workarounds: ignore=WA203 it is the line above
    yield CONF.workarounds.flush_images
    # workarounds: ignore=WA203 it is the line below
    yield CONF.workarounds.flush_images  # workarounds: ignore=WA204 another code
    yield CONF.workarounds.flush_images  # workarounds: ignored=WA203
    yield CONF.workarounds.flush_images  # workarounds are fine
    yield CONF.workarounds.flush_images, '# workarounds: ignore=WA203 a string'
