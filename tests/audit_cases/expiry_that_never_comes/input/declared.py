import datetime
from datetime import date

import workarounds
from workarounds import Never
from workarounds import Workaround

DECLARATIONS = [
    Workaround(name='never', expires=workarounds.Never('why')),
    Workaround(name='never_by_keyword', expires=Never(reason='why')),
    Workaround(name='computed', expires=compute()),
    Workaround(name='no_such_day', expires=datetime.date(2026, 13, 2)),
    Workaround(name='no_known_day', expires=date(year, 1, 2)),
    Workaround(name='no_version', expires='next'),
    Workaround(name='nothing'),
]


def read():
    workarounds.enabled('never')
    workarounds.enabled('never_by_keyword')
    workarounds.enabled('computed')
    workarounds.enabled('no_such_day')
    workarounds.enabled('no_known_day')
    workarounds.enabled('no_version')
    workarounds.enabled('nothing')
