CONF.workarounds.do_own
x.workarounds.do_own
