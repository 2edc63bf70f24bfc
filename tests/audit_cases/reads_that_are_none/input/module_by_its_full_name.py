import nova.conf.workarounds

nova.conf.workarounds.register_opts(CONF)
nova.conf.workarounds.flush_images
nova.conf['workarounds'].flush_images
