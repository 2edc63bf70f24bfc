import json


class Encoder(json.JSONEncoder):
    def default(self, o):
        return False

    def go(self):
        if self.default(1):
            return 1
        return 2
