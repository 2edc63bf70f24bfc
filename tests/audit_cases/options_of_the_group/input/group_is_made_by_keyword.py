GROUP = cfg.OptGroup(name='workarounds', title='x')
OPTS = [cfg.BoolOpt('one')]
