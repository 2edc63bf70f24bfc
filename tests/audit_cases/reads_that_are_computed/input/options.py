from nova.conf import CONF


def not_written_out(name, f):
    getattr(CONF.workarounds, name)
    getattr(CONF.workarounds, name, None)
    CONF.workarounds[name]
    CONF.workarounds.get(name)
    CONF.workarounds.items()
    list(CONF.workarounds)
    f(CONF.workarounds)
    hasattr(CONF.workarounds, 'flush_images')


def default(group=CONF.workarounds):
    pass
