"""Any read is enough."""

import workarounds
from nova.conf import CONF

DECLARATIONS = [
    workarounds.Workaround(name='enabled'),
    workarounds.Workaround(name='value'),
    workarounds.Workaround(name='param'),
    workarounds.Workaround(name='direct', enabled_by='direct_option'),
    workarounds.Workaround(name='computed', enabled_by='computed_option'),
]


def read():
    workarounds.enabled('enabled')
    workarounds.value('value')
    workarounds.param('param', 'key')
    CONF.workarounds.direct_option
    x.workarounds.computed_option
