self.flags(wait_for_agent=True, group='workarounds')
self.flags(wait_for_agent=True, group='workarounds')
