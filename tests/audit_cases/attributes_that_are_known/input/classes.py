import workarounds


class OfTheClass:
    x = 'flush'

    def read(self):
        return workarounds.enabled(self.x)

    @classmethod
    def read_too(cls):
        return workarounds.enabled(cls.x)


class OfTheObject:
    def __init__(self):
        self.x = 'flush'

    def read(self):
        return workarounds.enabled(self.x)


class OfMe:
    def __init__(me, /):
        me.x: str = 'flush'

    def read(me):
        return workarounds.enabled(me.x)


class Twice:
    x = 'flush'

    def __init__(self):
        self.x = 'flush'

    def read(self):
        return workarounds.enabled(self.x)


class ByALocalName:
    def __init__(self, y):
        z = 'flush'
        self.x = z

    def read(self):
        return workarounds.enabled(self.x)


class Inherited(OfTheClass):
    def read(self):
        return workarounds.enabled(self.x)


class InheritedAgain(Inherited):
    def read(self):
        return workarounds.enabled(self.x)


class Empty:
    pass


class InheritedFromTheSecond(Empty, OfTheClass):
    def read(self):
        return workarounds.enabled(self.x)


def in_a_function():
    class Inner:
        x = 'flush'

        def read(self):
            return workarounds.enabled(self.x)


class Base:
    x = 'announce_self'


class Overriding(Base):
    x = 'flush'

    def read(self):
        return workarounds.enabled(self.x)


class Used:
    x = 'flush'

    def use(self, f, y):
        self.x
        self.x()
        self.x.y = 1
        self.x[0] = 1
        f(self.x)
        self.x == 1
        self.xx = 'announce_self'

    def read(self):
        return workarounds.enabled(self.x)


class Unrelated:
    x = 'announce_self'
