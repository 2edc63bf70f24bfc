import workarounds

D = [
    workarounds.RemovedWorkaround(
        name='own', options=['own_option'], removed_in='34.0.0'
    ),
    workarounds.Workaround(name='own', enabled_by='own_option'),
    workarounds.Workaround(name='own_too', enabled_by='own_too_option'),
    workarounds.RemovedWorkaround(
        name='own_too', options=['own_too_option'], removed_in='34.0.0'
    ),
]


def read():
    CONF.workarounds.own_option
    CONF.workarounds.own_too_option
