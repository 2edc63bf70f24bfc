import threading


class Worker(threading.Thread):
    def _bootstrap(self):
        super()._bootstrap()

    def go(self):
        return 1
