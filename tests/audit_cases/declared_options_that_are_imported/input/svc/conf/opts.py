from oslo_config import cfg

DEFAULT = 3
NAME = 'retries'
RETRIES = cfg.IntOpt(NAME, default=DEFAULT, deprecated_name='tries')
DELAY = cfg.IntOpt('boot_delay')
GROUP = cfg.OptGroup('ipmi')
PARAMS = {'delay': ('agent', DELAY)}


class Opts:
    WAIT = cfg.BoolOpt('wait')
