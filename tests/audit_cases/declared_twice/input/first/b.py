import workarounds

D = [workarounds.Workaround(name='own', disabled_by='second')]


def read():
    CONF.workarounds.first
    CONF.workarounds.second
