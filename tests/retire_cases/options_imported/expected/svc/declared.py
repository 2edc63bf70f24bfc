import workarounds

RETRY = workarounds.RemovedWorkaround(
    name='retry_ipmi',
    options=['retries', 'retry_delay'],
    removed_in='5.0.0',
    reason='it is no longer needed',
    group='ipmi',
    former_names=['tries'],
)
