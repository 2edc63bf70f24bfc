from nova.conf import CONF


class ByConstructor:
    def __init__(self, conf):
        self.mine = conf.workarounds

    def read(self):
        return self.mine.flush_images


class ByClass:
    shared = CONF.workarounds

    def read(self):
        return self.shared.flush_images


class Base:
    def __init__(self):
        self._it = CONF


class Derived(Base):
    def read(self):
        return self._it.workarounds.flush_images


class ByProperty:
    @property
    def conf(self):
        return CONF

    def read(self):
        return self.conf.workarounds.flush_images
