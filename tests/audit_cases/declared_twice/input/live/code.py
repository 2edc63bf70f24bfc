"""The catalogue says that it was removed; here it lives."""

import workarounds

D = [workarounds.Workaround(name='old_luks', enabled_by='own_luks')]


def read():
    workarounds.enabled('old_luks')
    CONF.workarounds.own_luks
    CONF.workarounds.disable_luks
