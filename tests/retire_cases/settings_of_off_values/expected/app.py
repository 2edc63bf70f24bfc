import workarounds

RESERVE = workarounds.RemovedWorkaround(
    name='reserve_addresses',
    options=['address_count'],
    removed_in='5.0.0',
    reason='it is no longer needed',
    group='neutron',
)


def boot(node):
    return node.start()
