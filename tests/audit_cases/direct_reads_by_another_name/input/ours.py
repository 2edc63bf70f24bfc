from oslo_config import cfg

import workarounds


def with_our_options():
    conf = cfg.ConfigOpts()
    workarounds.register_opts(conf)
    return conf.workarounds.flush_images
