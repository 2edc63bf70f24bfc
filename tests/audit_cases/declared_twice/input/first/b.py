import workarounds

D = [workarounds.Workaround(name='own', disabled_by='third')]


def read():
    CONF.workarounds.first
    CONF.workarounds.second
    CONF.workarounds.third
