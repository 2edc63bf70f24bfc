import workarounds


class Base:
    def _should_wait(self):
        return workarounds.enabled('fsync')

    def go(self):
        if self._should_wait():
            self.wait()
        return 1


class Child(Base):
    def _should_wait(self):
        return True
