from oslo_config import cfg

CONF = cfg.CONF


def attribute():
    return CONF.workarounds.fsync


def text():
    return CONF.workarounds.fsync


def parameter():
    return CONF.workarounds.fsync


async def awaited():
    return CONF.workarounds.fsync


def renamed():
    return CONF.workarounds.fsync


def module_renamed():
    return CONF.workarounds.fsync


def passed_on():
    return CONF.workarounds.fsync


def outer():
    def inner():
        return CONF.workarounds.fsync
    return inner()


def good():
    return CONF.workarounds.fsync


def unused():
    return CONF.workarounds.fsync


class Strange:
    def __bool__(self):
        return CONF.workarounds.fsync

    def __call__(self):
        return self.__bool__()
