import inspect
import re
import sys


def _step_two():
    return 2


def _goal():
    return 3


class Checks:
    def _check_sync(self):
        return 'sync'

    def run(self):
        return [m() for n, m in inspect.getmembers(self) if n.startswith('_check')]


def main():
    return [f() for n, f in vars(sys.modules[__name__]).items() if re.match('_st.*', n)]
