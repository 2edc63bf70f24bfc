def _sync():
    return 1


class Checks:
    def run(self, names):
        return [globals()[name]() for name in names]
