import queue

import workarounds


class Worker(queue.Queue):
    def _should_wait(self):
        return workarounds.enabled('fsync')

    def go(self):
        if self._should_wait():
            self.wait()
        return 1
