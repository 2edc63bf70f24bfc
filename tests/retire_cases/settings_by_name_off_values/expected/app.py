import workarounds

RETRY = workarounds.RemovedWorkaround(
    name='retry_ipmi',
    options=['retries'],
    removed_in='5.0.0',
    reason='it is no longer needed',
    group='ipmi',
)


def send(command):
    return [command]
