ONE = cfg.BoolOpt('one')
TWO = [cfg.ListOpt('two')]
OPTS = [ONE] + TWO
conf.register_opts(OPTS, group='workarounds')
conf.register_opts([cfg.BoolOpt('three')], group='compute')
