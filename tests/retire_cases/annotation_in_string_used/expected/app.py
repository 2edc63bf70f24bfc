from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from disks import Disk


def convert(k: 'Disk'):
    return k
