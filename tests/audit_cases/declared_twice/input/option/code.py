"""The option of a removed one is that of another one now."""

import workarounds

D = [
    workarounds.RemovedWorkaround(
        name='before', options=['own_option'], removed_in='34.0.0'
    ),
    workarounds.Workaround(name='now', enabled_by='own_option'),
    workarounds.Workaround(name='too', disabled_by='own_too'),
    workarounds.RemovedWorkaround(
        name='before_too', options=['own_too'], removed_in='34.0.0'
    ),
]


def read():
    CONF.workarounds.own_option
    CONF.workarounds.own_too
