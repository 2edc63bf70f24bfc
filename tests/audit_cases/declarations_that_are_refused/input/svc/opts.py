from oslo_config import cfg

SOMETIME = 'sometime'
TRIES = cfg.IntOpt('tries', default=3, min=1)
