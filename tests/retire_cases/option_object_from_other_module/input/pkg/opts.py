from oslo_config import cfg

slow = cfg.BoolOpt('slow', default=False)
OPTS = [slow]
