import inspect


class Checks:
    def __init__(self):
        self.size = 1

    def public(self):
        return [n for n in dir(self) if not n.startswith('_')]

    def run(self, options):
        return vars(self), self.__dict__, vars(options), globals()['Checks']
