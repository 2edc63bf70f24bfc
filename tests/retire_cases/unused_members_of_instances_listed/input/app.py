import inspect
import json
import workarounds


def _sync():
    return 1


class Checks:
    def __init__(self):
        self.size = 1

    def _sync_all(self):
        return 'sync'

    def public(self):
        return [n for n in dir(self) if not n.startswith('_')]

    def run(self, options):
        if workarounds.enabled('fsync'):
            self._sync_all()
            _sync()
            json.dumps(1)
        return vars(self), self.__dict__, vars(options), globals()['Checks']
