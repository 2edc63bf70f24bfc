"""The catalogue says that it lives; here it was removed."""

import workarounds

D = [
    workarounds.RemovedWorkaround(
        name='flush', options=['flush_images'], removed_in='34.0.0'
    ),
]


def read():
    workarounds.enabled('flush')
    CONF.workarounds.flush_images
