def _convert_raw(disk):
    return disk.a


def _convert_and_flush(disk):
    return disk.b


class Driver:
    def _copy_raw(self, disk):
        return disk.e

    def copy(self, disk):
        return getattr(self, '_copy_' + disk.kind)(disk)


def convert(disk):
    return globals()[f'_convert_{disk.kind}'](disk)
