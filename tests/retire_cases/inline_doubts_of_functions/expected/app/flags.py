from oslo_config import cfg

CONF = cfg.CONF


def attribute():
    return False


def text():
    return False


def parameter():
    return False


async def awaited():
    return False


def renamed():
    return False


def module_renamed():
    return False


def passed_on():
    return False


def outer():
    return False


def good():
    return False


def unused():
    return False


class Strange:
    def __bool__(self):
        return False

    def __call__(self):
        return self.__bool__()
