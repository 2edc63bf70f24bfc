from x import *
from workarounds import *


def read():
    """It may be that of x."""
    return enabled('flush')
