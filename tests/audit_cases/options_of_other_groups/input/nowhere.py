OPTS = [cfg.BoolOpt('one')]
