import workarounds


class Assigned:
    x = 'flush'

    def put(self, y):
        self.x = y

    def read(self):
        return workarounds.enabled(self.x)


class AssignedTwice:
    def __init__(self, y):
        self.x = 'flush'
        self.x = y

    def read(self):
        return workarounds.enabled(self.x)


class Augmented:
    x = 'flush'

    def put(self):
        self.x += 'b'

    def read(self):
        return workarounds.enabled(self.x)


class Unpacked:
    x = 'flush'

    def put(self, z):
        self.x, y = z

    def read(self):
        return workarounds.enabled(self.x)


class Chained:
    x = 'flush'

    def put(self, z):
        self.x = self.y = z

    def read(self):
        return workarounds.enabled(self.x)


class Deleted:
    x = 'flush'

    def put(self):
        del self.x

    def read(self):
        return workarounds.enabled(self.x)


class Looped:
    x = 'flush'

    def put(self, y):
        for self.x in y: pass

    def read(self):
        return workarounds.enabled(self.x)


class Entered:
    x = 'flush'

    def put(self, y):
        with y as self.x: pass

    def read(self):
        return workarounds.enabled(self.x)


class OfAnother:
    x = 'flush'

    def put(self, other):
        other.x = 'announce_self'

    def read(self):
        return workarounds.enabled(self.x)
