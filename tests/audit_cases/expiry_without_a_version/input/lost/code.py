import workarounds


def read():
    workarounds.enabled('flush')
    CONF.set_override('disable_announce', True, 'workarounds')
