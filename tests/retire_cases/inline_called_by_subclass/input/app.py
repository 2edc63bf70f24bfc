import workarounds


class Driver:
    def _is_on(self):
        return workarounds.enabled('fsync')


class Child(Driver):
    def convert(self):
        if self._is_on():
            return 1
        return 2
