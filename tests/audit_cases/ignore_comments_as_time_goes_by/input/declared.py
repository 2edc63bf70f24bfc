import datetime

import workarounds

DECLARATIONS = [
    workarounds.Workaround(
        name='flush_it',
        expires=datetime.date(2028, 12, 31),  # workarounds: ignore=WA208 a test
    ),
]


def read():
    return workarounds.enabled('flush_it')
