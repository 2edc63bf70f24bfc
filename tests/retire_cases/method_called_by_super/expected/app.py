class Mixin:
    def _sync(self):
        return 1

    def go(self):
        return 1


class Driver(Mixin):
    def stop(self):
        return super()._sync()
