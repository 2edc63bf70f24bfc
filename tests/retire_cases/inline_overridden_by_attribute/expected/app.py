class Driver:
    def is_on(self):
        return False

    def convert(self):
        if self.is_on():
            return 1
        return 2


class Child(Driver):
    is_on = property(lambda self: True)
