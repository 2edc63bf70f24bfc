import datetime

import workarounds
from workarounds import Workaround

DECLARATIONS = [
    Workaround(name='near', expires='38.9.9'),
    Workaround(name='far', expires='39.0.0'),
    Workaround(name='near_day', expires=datetime.date(2028, 11, 23)),
    Workaround(name='far_day', expires=datetime.date(2028, 11, 24)),
]


def read():
    workarounds.enabled('near')
    workarounds.enabled('far')
    workarounds.enabled('near_day')
    workarounds.enabled('far_day')
