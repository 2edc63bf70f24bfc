import datetime
from datetime import date

import workarounds
from workarounds import Workaround

DAY = datetime.date(2026, 11, 22)
DECLARATIONS = [
    Workaround(name='module', expires=datetime.date(2026, 11, 22)),
    Workaround(name='function', expires=date(2026, 11, 22)),
    Workaround(name='constant', expires=DAY),
]


def read():
    workarounds.enabled('module')
    workarounds.enabled('function')
    workarounds.enabled('constant')
