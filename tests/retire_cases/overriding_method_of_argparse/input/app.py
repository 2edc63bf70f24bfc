import argparse

import workarounds


class Parser(argparse.ArgumentParser):
    def _check_value(self, action, value):
        return value

    def run(self):
        if workarounds.enabled('fsync'):
            self._check_value(None, 1)
        return self.parse_args()
