from oslo_config import cfg

made = cfg.ConfigOpts()


def made_here():
    return made.workarounds.flush_images
