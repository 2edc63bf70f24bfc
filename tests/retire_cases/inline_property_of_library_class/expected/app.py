import queue


class Worker(queue.Queue):
    @property
    def _need_flush(self):
        return False

    def go(self):
        if self._need_flush:
            return 1
        return 2
