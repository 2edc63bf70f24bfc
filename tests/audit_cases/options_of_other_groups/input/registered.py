OPTS = [cfg.BoolOpt('one')]
conf.register_opts(OPTS)
conf.register_opts()
