import workarounds


class Driver:
    def __sync(self):
        return 1

    def go(self):
        if workarounds.enabled('fsync'):
            self.__sync()
        return 1
