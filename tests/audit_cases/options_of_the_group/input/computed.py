"""Nobody knows what is in that list; it may be any."""
MORE = [cfg.BoolOpt('one')]
conf.register_opts(elsewhere.OPTS, group='workarounds')
conf.register_opts(MORE)
