OPTS = [cfg.BoolOpt('one')]
for opt in OPTS: conf.register_opt(opt, group='workarounds')
