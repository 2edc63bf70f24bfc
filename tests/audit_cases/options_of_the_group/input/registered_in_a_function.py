OPTS = [cfg.BoolOpt('one')]


def register(conf):
    conf.register_cli_opts(OPTS, 'workarounds')
