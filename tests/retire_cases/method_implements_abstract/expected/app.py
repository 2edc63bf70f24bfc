import abc


class Base(abc.ABC):
    @abc.abstractmethod
    def _wait(self):
        """Wait."""

    def go(self):
        return self._wait()


class Driver(Base):
    def _wait(self):
        return False

    def stop(self):
        if self._wait():
            return 1
        return 2
