import workarounds


def flushes():
    return workarounds.enabled('fsync')


def checks():
    return workarounds.enabled('fsync')


def unused():
    return workarounds.enabled('fsync')


class Flags:
    @property
    def waits(self):
        return workarounds.enabled('fsync')

    def check(self, disk):
        return disk.check(self.waits, checks())
