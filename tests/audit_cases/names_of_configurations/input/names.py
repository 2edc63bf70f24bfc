def configurations(self):
    yield CONF.workarounds.one
    yield conf.workarounds.two
    yield self._conf.workarounds.three
    yield self.cfg.workarounds.four
    yield self.config.workarounds.five
    yield self.nova_conf.workarounds.six
    yield self.my_cfg.workarounds.seven
    yield self.Config.workarounds.eight


def others(self):
    yield self.x.workarounds.one
    yield self.confirm.workarounds.two
    yield self.conflicts.workarounds.three
    yield self.ConfigParser.workarounds.four
    yield self.confuse.workarounds.five
    yield self.conference.workarounds.six
    yield self.conformed.workarounds.seven
