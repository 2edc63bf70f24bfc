import workarounds
from svc import conf
from svc.conf import RENAMED
from svc.conf import opts
from svc.conf.opts import RETRIES

from .conf import RETRIES as starred

_COMMON = {'bugs': ['https://bugs.example.org/1'], 'enabled_by': opts.Opts.WAIT}

DECLARATIONS = [
    workarounds.Workaround(
        name='by_name', enabled_by=RETRIES, group='one', expires='36.0.0'
    ),
    workarounds.Workaround(
        name='by_module', enabled_by=opts.RETRIES, group='two',
        params=opts.PARAMS, expires='36.0.0',
    ),
    workarounds.Workaround(
        name='exported', enabled_by=RENAMED, group='three', expires='36.0.0'
    ),
    workarounds.Workaround(
        name='by_package', enabled_by=conf.RENAMED, group='four',
        expires='36.0.0',
    ),
    workarounds.Workaround(
        name='by_star', enabled_by=starred, group='five', expires='36.0.0'
    ),
    workarounds.Workaround(name='in_class', expires='36.0.0', **_COMMON),
]
