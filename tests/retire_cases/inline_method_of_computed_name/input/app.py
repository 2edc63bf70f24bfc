import workarounds


class Driver:
    def _is_on(self):
        return workarounds.enabled('fsync')

    def convert(self, what):
        return getattr(self, '_is_' + what)()
