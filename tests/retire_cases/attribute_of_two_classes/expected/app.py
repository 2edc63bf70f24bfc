class First:
    def __init__(self):
        self._fsync = False

    def convert(self):
        return 1 if self._fsync else 2


class Second:
    def __init__(self, fsync):
        self._fsync = fsync

    def convert(self):
        return 1 if self._fsync else 2
