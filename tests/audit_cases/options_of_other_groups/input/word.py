OPTS = [cfg.BoolOpt('one')]
x = 'workarounds'
