"""The options of temporary code."""

from oslo_config import cfg

group = cfg.OptGroup('workarounds', title='Workaround Options')

ALL_OPTS = [
    cfg.BoolOpt(
        'fsync',
        default=False,
        help='Flushes.'),

    cfg.BoolOpt('announce',
        default=False,
        help="""
Tells the switches where a guest is.

Possible values: yes, no.
"""),
    # How often.
    cfg.IntOpt('announce_count', default=3, min=1),
    cfg.IntOpt('announce_interval',
        default=1,
        help='Seconds between.'),
    cfg.BoolOpt('disable_sync', default=False),
]


def register_opts(conf):
    conf.register_group(group)
    conf.register_opts(ALL_OPTS, group=group)
