OPTS = [cfg.BoolOpt('one')]


def register(conf):
    conf.register_opts(OPTS, group=GROUP)


GROUP = cfg.OptGroup('workarounds')
