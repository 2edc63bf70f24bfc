from oslo_config import cfg

RETRIES = cfg.IntOpt('retries', default=3, deprecated_name='tries')
DELAY = cfg.IntOpt('retry_delay', default=1)
USER = cfg.StrOpt('user')
