class Driver:
    @property
    def is_on(self):
        return False

    @is_on.setter
    def is_on(self, value):
        raise ValueError

    def convert(self):
        return 1 if self.is_on else 2
