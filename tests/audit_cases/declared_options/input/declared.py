import workarounds
from oslo_config import cfg
from oslo_config import types

NAME = 'by_constant'
LIST = cfg.ListOpt('by_constant_list')
PARAMS = {'count': cfg.IntOpt('more_params_count', default=3)}
MODE = cfg.StrOpt('params-mode', default=unknown())
DECLARATIONS = [
    workarounds.Workaround(name='no_option'),
    workarounds.Workaround(name='enabled', enabled_by='enabled_by'),
    workarounds.Workaround(name='disabled', disabled_by='disabled_by'),
    workarounds.Workaround(name='bool', enabled_by=cfg.BoolOpt('bool_on')),
    workarounds.Workaround(name='dash', enabled_by=cfg.BoolOpt(name='d-a')),
    workarounds.Workaround(name='list', enabled_by=cfg.ListOpt('list_on')),
    workarounds.Workaround(
        name='type', enabled_by=cfg.Opt('type_on', type=types.List())
    ),
    workarounds.Workaround(
        name='dest', enabled_by=cfg.StrOpt('dest-on', dest='dest_of')
    ),
    workarounds.Workaround(name='constant', enabled_by=NAME),
    workarounds.Workaround(name='constant_list', disabled_by=LIST),
    workarounds.Workaround(
        name='params',
        params={
            'limit': cfg.IntOpt('params_limit', default=3),
            'mode': MODE,
            'path': ('service', cfg.StrOpt('params_path')),
            'none': cfg.StrOpt(unknown()),
            'unknown': unknown,
        },
    ),
    workarounds.Workaround(name='more_params', params=PARAMS),
]


def reads():
    yield CONF.workarounds.no_option
    yield CONF.workarounds.enabled_by
    yield CONF.workarounds.disabled_by
    yield CONF.workarounds.bool_on
    yield CONF.workarounds.d_a
    yield CONF.workarounds.list_on
    yield CONF.workarounds.type_on
    yield CONF.workarounds.dest_of
    yield CONF.workarounds.by_constant
    yield CONF.workarounds.by_constant_list
    yield CONF.workarounds.params_limit
    yield CONF.workarounds.params_mode
    yield workarounds.param('params', 'size')
    yield workarounds.param('more_params', 'size')
    yield workarounds.param('more_params', 'count')
    # Source can declare parameters in a way that only running it tells.
    yield workarounds.param('enabled', 'size')
