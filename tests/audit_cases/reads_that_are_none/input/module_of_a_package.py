import nova.conf

nova.conf.workarounds.register_opts(CONF)
