import workarounds


class Driver:
    KINDS = workarounds.value('kinds')

    def plug(self, port):
        if port.kind in self.KINDS:
            port.refresh()
