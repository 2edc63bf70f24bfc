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
        _again(disk)
        disk.run('app.images:_named')
        return disk.read()
