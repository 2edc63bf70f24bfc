import workarounds

DECLARATIONS = [
    workarounds.Workaround(name='hidden', enabled_by=make()),
    workarounds.Workaround(name='hidden_too', enabled_by=cfg.BoolOpt(name)),
    workarounds.Workaround(name='open', enabled_by='open_option'),
]


def read():
    workarounds.enabled('hidden')
    workarounds.enabled('hidden_too')
    workarounds.enabled('wrong')
    CONF.workarounds.some_option
    self.flags(some_option=True, group='workarounds')
    CONF.workarounds.open_option
