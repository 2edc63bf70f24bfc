from workarounds import *


def function():
    return enabled('flush')
