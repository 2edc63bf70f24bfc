import workarounds

DECLARATIONS = [
    workarounds.RemovedWorkaround(
        name='restart_for_reload',
        options=[],
        removed_in='5.0.0',
        reason='the fix is in keepalived 2.0.14',
    ),
]


def command(action):
    return action
