import workarounds
from workarounds import enabled
from nova.conf import CONF

MODULE = workarounds.enabled('flush')


class OfAClass:
    attribute = workarounds.value('flush')


@decorate(workarounds.param('flush', 'delay'))
def decorator():
    pass


@decorate(workarounds.enabled('flush'))
class Decorated:
    pass


def default(x=workarounds.enabled('flush')):
    pass


def keyword_default(*, x=workarounds.enabled('flush')):
    pass


def annotation(x: workarounds.enabled('flush')):
    pass


of_a_lambda = lambda x=enabled('flush'): x
if enabled('announce_self'):
    pass
LIST = [x for x in range(3) if enabled('flush')]


class Methods:
    def default(self, x=enabled('flush')):
        pass


DIRECT = CONF.workarounds.flush_images
