CONF.workarounds.do_first
