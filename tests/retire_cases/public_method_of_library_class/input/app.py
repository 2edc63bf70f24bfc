import json

import workarounds


class Encoder(json.JSONEncoder):
    def default(self, o):
        return workarounds.enabled('fsync')

    def go(self):
        if self.default(1):
            return 1
        return 2
