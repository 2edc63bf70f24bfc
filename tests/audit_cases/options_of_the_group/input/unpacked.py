ONE = (cfg.BoolOpt('one'),)
conf.register_opts([*ONE, cfg.Opt('two')], group='workarounds')
conf.register_opts([cfg.BoolOpt('three')], group='compute')
