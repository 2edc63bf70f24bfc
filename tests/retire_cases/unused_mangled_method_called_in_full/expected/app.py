class Driver:
    def __sync(self):
        return 1

    def go(self):
        return 1
