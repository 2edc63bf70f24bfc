GROUP = cfg.OptGroup('workarounds')
OPTS = [
    cfg.BoolOpt(
        'wait_for_agent',
        help='one'),
    cfg.ListOpt('poll-slowly'),
]
