conf.register_opt(cfg.BoolOpt('one'), group='workarounds')
conf.register_opt(opt=cfg.BoolOpt('two'), group='workarounds')
conf.register_opt(cfg.BoolOpt('three'), group='compute')
