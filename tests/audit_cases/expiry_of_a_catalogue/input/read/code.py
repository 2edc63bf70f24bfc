import workarounds

self.flags(wait_for_agent=True, group='workarounds')


def read():
    workarounds.enabled('wait_for_agent')
    workarounds.enabled('wait_for_agent')
