import workarounds

__all__ = ['convert', 'sync']

if workarounds.enabled('fsync'):
    def sync():
        return 1


def convert(disk):
    return disk
