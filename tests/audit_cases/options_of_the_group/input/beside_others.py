OPTS = [cfg.BoolOpt('one'), cfg.ListOpt('two')]
MORE = [cfg.BoolOpt('three')]
conf.register_opts(OPTS, group='workarounds')
conf.register_opts(MORE)
