import workarounds


class Missing:
    y = 1

    def read(self):
        return workarounds.enabled(self.x)


class Parameter:
    def __init__(self, y):
        self.x = y

    def read(self):
        return workarounds.enabled(self.x)


class ByItself:
    def __init__(self):
        self.x = self.x

    def read(self):
        return workarounds.enabled(self.x)


class Method:
    def x(self):
        pass

    def read(self):
        return workarounds.enabled(self.x)


class Property:
    @property
    def x(self):
        return 'flush'

    def read(self):
        return workarounds.enabled(self.x)


class OfAnother:
    def __init__(self, other):
        other.x = 'flush'

    def read(self):
        return workarounds.enabled(self.x)


class Static:
    @staticmethod
    def put(it):
        it.x = 'flush'

    def read(self):
        return workarounds.enabled(self.x)


class NoParameter:
    x = 'flush'

    def read():
        return workarounds.enabled(self.x)

    def read_of_many(*self):
        return workarounds.enabled(self.x)


class Made(make()):
    def read(self):
        return workarounds.enabled(self.x)


class Itself(Itself):
    def read(self):
        return workarounds.enabled(self.x)


class OverriddenByAClass:
    x = 'flush'

    def read(self):
        return workarounds.enabled(self.x)


class Between(OverriddenByAClass):
    pass


class Derived(Between):
    x = 'announce_self'


class OverriddenByAMethod:
    x = 'flush'

    def read(self):
        return workarounds.enabled(self.x)


class DerivedToo(OverriddenByAMethod):
    def __init__(self):
        self.x = 'announce_self'
