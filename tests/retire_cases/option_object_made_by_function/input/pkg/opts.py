from oslo_config import cfg


def make(name):
    return cfg.BoolOpt('copy_' + name, default=False)
