import workarounds

DECLARATIONS = [
    workarounds.Workaround(
        name='restart_for_reload',
        summary='Restarts the daemon, as a reload forgets members.',
        bugs=['https://bugs.example.org/2'],
        fix=workarounds.PackageFix(component='keepalived', version='2.0.14'),
        expires='4.0.0',
        enabled_by=workarounds.Always('it may be an older one'),
    ),
]


def command(action):
    if action == 'reload' and workarounds.enabled('restart_for_reload'):
        return 'restart'
    return action
