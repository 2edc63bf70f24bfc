from oslo_config import cfg

FIRST = (cfg.BoolOpt('fsync'), cfg.BoolOpt('other'))
SECOND = [cfg.BoolOpt('announce')]
THIRD = cfg.IntOpt('announce_count', default=3)
FOURTH = (cfg.IntOpt('announce_interval', default=1), cfg.BoolOpt('more'))
FIFTH = {cfg.BoolOpt('last'), cfg.BoolOpt('announce')}


def register_opts(conf):
    conf.register_opts(FIRST, group='workarounds')
    conf.register_opts(SECOND, group='workarounds')
    conf.register_opt(THIRD, group='workarounds')
    conf.register_opts(FOURTH, group='workarounds')
    conf.register_opts(FIFTH, group='workarounds')
