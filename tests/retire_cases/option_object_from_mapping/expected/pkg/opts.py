from oslo_config import cfg

BY = {'x': cfg.BoolOpt('slow', default=False)}
