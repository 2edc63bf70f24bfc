class Driver:
    def _do_raw(self):
        return 1

    def _do_qcow(self):
        return 2

    def convert(self, kind):
        return getattr(self, f'_do_{kind}')()
