from oslo_config import cfg

conf = cfg.CONF  # with the group workarounds
