from nova.conf import CONF


def reasons():
    yield CONF.workarounds.flush_images  # workarounds: ignore=WA203
    yield CONF.workarounds.flush_images  # workarounds: ignore=WA203  # noqa


def codes():
    yield ('a'  # workarounds: ignore  # noqa
           'b')
    yield 1  # workarounds: ignore this
    yield 1  # workarounds: ignore=noqa why
    yield 1  # workarounds: ignore=WA302 why
    yield 1  # workarounds: ignore=WA200 why
    yield 1  # workarounds: ignore=WA209 why
    yield 1  # workarounds: ignore=WA210 why
