import workarounds


def read():
    workarounds.enabled('poll_slowly')
    workarounds.enabled('old_luks')
    return 'wait_for_agent'  # wait_for_agent
