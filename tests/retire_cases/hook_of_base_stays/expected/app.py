class Base:
    def go(self):
        return self._hook()

    def _hook(self):
        return 0


class Driver(Base):
    def _hook(self):
        return 1

    def stop(self):
        return 2
