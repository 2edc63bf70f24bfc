import workarounds


def _unused(disk):
    disk.flush()


def _again(disk):
    disk.flush()


def _named(disk):
    disk.flush()


def _elsewhere(disk):
    disk.flush()


def _tested(disk):
    disk.flush()


def public(disk):
    disk.flush()


@print
def _registered(disk):
    disk.flush()


class Driver:
    def method(self, disk):
        disk.flush()

    def convert(self, disk):
        if workarounds.enabled('fsync'):
            self.method(disk)
            _registered(disk)
            _again(disk)
            _named(disk)
            _elsewhere(disk)
            _tested(disk)
            public(disk)
        _again(disk)
        disk.run('app.images:_named')
        return disk.read()
