import sys

import workarounds

if sys.platform == 'linux':
    def _is_on():
        return workarounds.enabled('fsync')
else:
    def _is_on():
        return True


def convert():
    if _is_on():
        return 1
    return 2
