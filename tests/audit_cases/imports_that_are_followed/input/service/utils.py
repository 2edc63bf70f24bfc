from oslo_config import cfg
from workarounds import enabled
from workarounds import param as tune
import workarounds as w
from service.configured import conf

value_of = w.value
settings = cfg.CONF
GROUP = cfg.CONF.workarounds
GROUP_OF_ANOTHER = conf.workarounds


class Context:
    it = cfg.CONF
