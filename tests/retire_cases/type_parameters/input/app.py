import workarounds


class Disk[T]:
    def read[S](self, part: S) -> S:
        def inner[R](value: R) -> R:
            if workarounds.enabled('fsync'):
                self.flush()
            return value
        return inner(part)


type Disks = list[Disk[int]]


def parts[T](disk: T):
    if workarounds.enabled('fsync'):
        yield disk


def convert[T](disk: T) -> T:
    if workarounds.enabled('fsync'):
        disk.flush()
    return disk
