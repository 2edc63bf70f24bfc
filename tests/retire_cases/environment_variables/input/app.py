import workarounds


def boot(machine):
    if workarounds.enabled('skip_timeout'):
        machine.limit = None
    return machine.boot()
