import json
import workarounds


def _sync():
    return 1


class Checks:
    def _sync_all(self):
        return 'sync'

    def run(self, names):
        if workarounds.enabled('fsync'):
            self._sync_all()
            _sync()
            json.dumps(1)
        return [globals()[name]() for name in names]
