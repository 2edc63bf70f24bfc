import workarounds
from nova.conf import CONF


def function():
    return workarounds.enabled('flush')


async def coroutine():
    return workarounds.enabled('flush')


def inner_default():
    def inner(x=workarounds.enabled('flush')):
        pass


def inner_class():
    class Inner:
        x = workarounds.enabled('flush')


of_a_lambda = lambda: workarounds.enabled('flush')


class OfAClass:
    def method(self):
        return workarounds.enabled('flush')


if __name__ == '__main__':
    x = workarounds.enabled('flush')
else:
    y = workarounds.enabled('flush')
