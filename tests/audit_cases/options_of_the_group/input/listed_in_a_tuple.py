OPTS = [cfg.BoolOpt('one')]


def list_opts():
    return [('workarounds', OPTS)]
