from oslo_config import cfg

FIRST = (cfg.BoolOpt('fsync'), cfg.BoolOpt('other'))
SECOND = []
THIRD = cfg.IntOpt('announce_count', default=3)
FOURTH = (cfg.BoolOpt('more'),)
FIFTH = {cfg.BoolOpt('last')}


def register_opts(conf):
    conf.register_opts(FIRST, group='workarounds')
    conf.register_opts(SECOND, group='workarounds')
    conf.register_opt(THIRD, group='workarounds')
    conf.register_opts(FOURTH, group='workarounds')
    conf.register_opts(FIFTH, group='workarounds')
