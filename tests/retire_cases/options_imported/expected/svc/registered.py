from svc import opts


def register(conf):
    conf.register_opts([opts.RETRIES, opts.DELAY, opts.USER], group='ipmi')
