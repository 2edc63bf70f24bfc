import threading

import workarounds


class Worker(threading.Thread):
    def _bootstrap(self):
        super()._bootstrap()

    def go(self):
        if workarounds.enabled('fsync'):
            self._bootstrap()
        return 1
