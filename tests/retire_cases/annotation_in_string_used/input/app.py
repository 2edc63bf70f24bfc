from typing import TYPE_CHECKING

import workarounds

if TYPE_CHECKING:
    from disks import Disk


def convert(k: 'Disk'):
    if workarounds.enabled('fsync'):
        x: 'Disk' = k
        x.sync()
    return k
