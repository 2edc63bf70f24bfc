from nova import conf

conf.workarounds.register_opts(CONF)
