class Driver:
    def _is_on(self):
        return False

    def convert(self, what):
        return getattr(self, '_is_' + what)()
