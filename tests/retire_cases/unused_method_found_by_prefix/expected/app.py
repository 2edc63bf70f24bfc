class Driver:
    def _check_disk(self):
        return 1

    def convert(self):
        return [getattr(self, n)() for n in dir(self) if n.startswith('_check_')]
