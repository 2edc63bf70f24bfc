OPTS = [cfg.BoolOpt('one')]
conf.register_opts(OPTS, group='workarounds')
