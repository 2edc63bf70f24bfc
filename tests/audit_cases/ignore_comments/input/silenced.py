import workarounds
from nova.conf import CONF

A = CONF.workarounds.flush_images  # workarounds: ignore=WA203,WA204 a test
B = CONF.workarounds.flush_images  # workarounds: ignore = WA204 , WA203 a test


def forms():
    yield CONF.workarounds.flush_images  # workarounds: ignore=WA203 why so
    yield CONF.workarounds.flush_images  #workarounds:ignore = WA203  why
    yield CONF.workarounds.flush_images  # workarounds: ignore=WA203 why  # noqa
    yield CONF.workarounds.flush_images  # noqa  # workarounds: ignore=WA203 why
    # The next one has two findings of the code.
    yield CONF.workarounds.flush_images or CONF.workarounds.flush_delay  # workarounds: ignore=WA203 why


def lines():
    yield CONF.workarounds.get(  # workarounds: ignore=WA203 the first line
        'flush_images',
    )
    yield CONF.workarounds.get(
        'flush_images',  # workarounds: ignore=WA203 the second line
    )
    yield CONF.workarounds.get(
        'flush_images',
    )  # workarounds: ignore=WA203 the last line
