from oslo_config import cfg

OPTS = [cfg.BoolOpt('slow', default=False), cfg.BoolOpt('fast')]
