import workarounds

DECLARATIONS = [
    workarounds.Workaround(
        name='alone',
    ),
    workarounds.Workaround(name='mentioned', enabled_by='mentioned_option'),
]

OPTS = [cfg.BoolOpt('mentioned_option')]
conf.register_opts(OPTS, group='workarounds')
self.flags(mentioned_option=True, group='workarounds')
x = 'mentioned'  # mentioned_option
