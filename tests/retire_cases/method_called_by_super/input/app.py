import workarounds


class Mixin:
    def _sync(self):
        return 1

    def go(self):
        if workarounds.enabled('fsync'):
            self._sync()
        return 1


class Driver(Mixin):
    def stop(self):
        return super()._sync()
