import workarounds
import workarounds as w
from workarounds import Workaround as W

NAME = 'by_a_constant'
DECLARATIONS = [
    workarounds.Workaround(
        name='by_the_module',
        expires='35.0.0',
    ),
    w.Workaround(name='by_another_name', expires='35.0.0'),
    W(name='by_its_own_name', expires='35.0.0'),
    workarounds.Workaround(name=NAME, expires='35.0.0'),
]


def declare():
    import workarounds as inside
    return inside.Workaround(name='in_a_function', expires='35.0.0')
