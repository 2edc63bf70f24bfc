"""The options of temporary code."""

from oslo_config import cfg

group = cfg.OptGroup('workarounds', title='Workaround Options')

ALL_OPTS = [
    cfg.BoolOpt(
        'fsync',
        default=False,
        help='Flushes.'),

    cfg.BoolOpt('disable_sync', default=False),
]


def register_opts(conf):
    conf.register_group(group)
    conf.register_opts(ALL_OPTS, group=group)
