import queue

import workarounds


class Worker(queue.Queue):
    @property
    def _need_flush(self):
        return workarounds.enabled('fsync')

    def go(self):
        if self._need_flush:
            return 1
        return 2
