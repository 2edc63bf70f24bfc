import workarounds

_ON = workarounds.enabled('fsync')


class Disk:
    def __init__(self, **attributes):
        self._sync = workarounds.enabled('fsync')
        for name, value in attributes.items():
            setattr(self, name, value)

    def convert(self):
        if self._sync:
            self.flush(1)


class Image:
    def __init__(self):
        self.__sync = workarounds.enabled('fsync')

    def convert(self, disk):
        if self.__sync:
            disk.flush(2)


def convert(disk):
    image = Image()
    image._Image__sync = disk.sync
    image.convert(disk)
    if _ON:
        disk.flush(3)
    return Disk(_sync=disk.sync)
