from nova import workarounds
import nova.workarounds
from nova.utils import enabled


def read():
    workarounds.enabled('flush')
    nova.workarounds.enabled('flush')
    enabled('flush')
