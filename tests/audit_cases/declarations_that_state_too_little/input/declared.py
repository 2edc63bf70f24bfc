import workarounds
from workarounds import Unstated
from workarounds import Unstated as U
from workarounds import Workaround

DECLARATIONS = [
    Workaround(name='bugs', bugs=workarounds.Unstated('why')),
    Workaround(name='expires', expires=Unstated('a' 'b')),
    Workaround(name='both', bugs=U('why'), expires=U(reason='why')),
    Workaround(name='computed', bugs=why()),
]


def read():
    workarounds.enabled('bugs')
    workarounds.enabled('expires')
    workarounds.enabled('both')
    workarounds.enabled('computed')
    # Nova does not state when it expires.
    workarounds.enabled('disable_rootwrap')
