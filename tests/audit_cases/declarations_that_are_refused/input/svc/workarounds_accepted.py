"""What only the running source shows is taken for valid."""

import os

from elsewhere import COMMON
from elsewhere import RETRIES
from elsewhere import Workaround as Another
from workarounds import Always
from workarounds import PackageFix
from workarounds import Workaround

BUGS = []
BUGS.append('https://bugs.example.org/2')
EXPIRES = '36.0.0'
ALL = {
    'summary': 'Flushes.',
    'bugs': ['https://bugs.example.org/1'],
    'fix': PackageFix(component='qemu', version='2.2.0'),
    'expires': EXPIRES,
}

ACCEPTED = [
    Workaround(name='whole', **ALL),
    Workaround(name='given_elsewhere', **COMMON),
    Workaround(name='computed', **ALL | {'expires': os.environ['NEXT']}),
    Workaround(
        name='filled_later',
        summary=os.name,
        bugs=BUGS,
        fix=PackageFix(component='qemu', version=os.name, bug=BUGS),
        expires=EXPIRES if os.name else os.name,
    ),
    Workaround(
        name='option_of_another',
        **ALL,
        enabled_by=RETRIES,
        off_values=[1],
        mutable=True,
        params={'count': RETRIES},
        deprecated_since='34.0.0',
        deprecated_reason=os.name,
    ),
    Workaround(
        name='params_of_another',
        **ALL,
        enabled_by=Always('why'),
        group='other',
        params=RETRIES,
    ),
    Another(name='another_class', expires='soon'),
]


def reads():
    from workarounds import enabled

    for name in ACCEPTED:
        enabled(name)
