import workarounds
from service.constants import *


def name():
    return workarounds.enabled(FLUSH)
