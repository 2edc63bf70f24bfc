import workarounds


def _convert_raw(disk):
    return disk.a


def _convert_and_flush(disk):
    return disk.b


def _read_raw(disk):
    return disk.c


def _raw(disk):
    return disk.d


class Driver:
    def _copy_raw(self, disk):
        return disk.e

    def copy(self, disk):
        if workarounds.enabled('fsync'):
            self._copy_raw(disk)
        return getattr(self, '_copy_' + disk.kind)(disk)


def convert(disk):
    if workarounds.enabled('fsync'):
        _convert_raw(disk)
        _convert_and_flush(disk)
        _read_raw(disk)
        _raw(disk)
    return globals()[f'_convert_{disk.kind}'](disk)
