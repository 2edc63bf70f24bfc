import workarounds

workarounds.enabled('wait_for_agent')  # workarounds: ignore=WA204 a test
self.flags(wait_for_agent=True, group='workarounds')
GROUP = cfg.OptGroup('workarounds')
OPTS = [cfg.BoolOpt('wait_for_agent')]
