import datetime

import workarounds

DECLARATIONS = [
    workarounds.Workaround(
        name='once', expires='36.0.0', renewed_from=['33.0.0']
    ),
    workarounds.Workaround(
        name='thrice',
        expires='36.0.0',
        renewed_from=('33.0.0', datetime.date(2026, 11, 22), '34.0.0'),
    ),
    workarounds.Workaround(
        name='of_something', expires='36.0.0', renewed_from=[compute()]
    ),
]


def read():
    workarounds.enabled('once')
    workarounds.enabled('thrice')
    workarounds.enabled('of_something')
