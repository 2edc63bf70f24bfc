from oslo_config import cfg

opts = [
    cfg.BoolOpt('fsync', default=False)
]


def register_opts(conf):
    conf.register_opts(opts, group='workarounds')
