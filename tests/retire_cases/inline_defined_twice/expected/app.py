import sys

if sys.platform == 'linux':
    def _is_on():
        return False
else:
    def _is_on():
        return True


def convert():
    if _is_on():
        return 1
    return 2
