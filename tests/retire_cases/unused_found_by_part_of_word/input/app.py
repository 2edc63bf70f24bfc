import inspect
import re
import sys

import workarounds


def _step_two():
    return 2


def _goal():
    return 3


class Checks:
    def _check_sync(self):
        return 'sync'

    def _helper(self):
        return 'help'

    def run(self):
        if workarounds.enabled('fsync'):
            self._check_sync()
            self._helper()
        return [m() for n, m in inspect.getmembers(self) if n.startswith('_check')]


def main():
    if workarounds.enabled('fsync'):
        _step_two()
        _goal()
    return [f() for n, f in vars(sys.modules[__name__]).items() if re.match('_st.*', n)]
