import inspect

import workarounds


def _outside():
    return 0


class Checks:
    def _sync(self):
        return 'sync'

    def run(self):
        if workarounds.enabled('fsync'):
            self._sync()
            _outside()
        return [m() for n, m in inspect.getmembers(self, inspect.ismethod) if n != 'run']
