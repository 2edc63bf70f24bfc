from oslo_config import cfg

CONF = cfg.CONF


class First:
    def foreign(self):
        return False

    def not_called(self):
        return False

    def function_too(self):
        return False

    def in_other_class(self):
        return False

    def run(self, disk):
        disk.when(self.not_called)
        return disk.read(self.function_too(), self.in_other_class())


class Second(First):
    def of_base(self):
        return False

    def run(self, disk):
        if self.of_base():
            disk.flush()
        return self.in_other_class()


def function_too():
    return 3


def convert(disk):
    return disk.read(First().foreign())
