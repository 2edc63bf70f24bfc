import workarounds

TIMEOUT = workarounds.RemovedWorkaround(
    name='skip_timeout',
    options=['disable_boot_timeout'],
    removed_in='5.0.0',
    reason='it is no longer needed',
    group='ipmi',
    former_names=[
        ('agent', 'boot_delay'),
        ('DEFAULT', 'disable_boot_timeout'),
        ('conductor', 'skip'),
        'no_timeout',
        'boot_delay',
    ],
)


def boot(node):
    return node.start()
