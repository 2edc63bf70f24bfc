import workarounds

workarounds.Workaround(
    name='sleep_first',
    expires='36.0.0',
    enabled_by=workarounds.Always('no option'),
)
workarounds.RemovedWorkaround(
    name='slept', options=[], removed_in='30.0.0', reason='fixed'
)


def read():
    workarounds.enabled('sleep_first')
    workarounds.enabled('slept')
    CONF.workarounds.sleep_last
