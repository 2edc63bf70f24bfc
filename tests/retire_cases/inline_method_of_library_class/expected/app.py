import queue


class Worker(queue.Queue):
    def _should_wait(self):
        return False

    def go(self):
        if self._should_wait():
            self.wait()
        return 1
