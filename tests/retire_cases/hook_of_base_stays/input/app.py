import workarounds


class Base:
    def go(self):
        return self._hook()

    def _hook(self):
        return 0


class Driver(Base):
    def _hook(self):
        return 1

    def stop(self):
        if workarounds.enabled('fsync'):
            self._hook()
        return 2
