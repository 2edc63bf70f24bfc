import workarounds
import service.constants
from service import constants
from service.constants import FLUSH as F
from . import constants as c
from .constants import Names


def names():
    workarounds.enabled(constants.FLUSH)
    workarounds.enabled(service.constants.FLUSH)
    workarounds.enabled(F)
    workarounds.param(c.FLUSH, c.DELAY)
    workarounds.enabled(Names.FLUSH)
    CONF.workarounds[constants.FLUSH]


class Derived(constants.Base):
    def read(self):
        return workarounds.enabled(self.FLUSH)
