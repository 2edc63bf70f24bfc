import workarounds


def _is_slow(disk):
    return workarounds.enabled('fsync')


class Disk:
    def _is_wide(self, size=1, *, unit='MiB'):
        return workarounds.enabled('fsync')

    def right(self):
        if self._is_wide(2, unit='GiB'):
            self.wait()
        return self.read()


def convert(disk):
    try:
        if _is_slow():
            disk.flush()
    except TypeError:
        return 'error'
    return 'done'
