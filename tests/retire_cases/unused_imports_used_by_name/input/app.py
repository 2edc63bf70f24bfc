import json
import os
import shutil
import string
import sys
import time
import types
import uuid

import workarounds


def by_globals():
    if workarounds.enabled('fsync'):
        return json.dumps(1)
    return globals()['json'].dumps(2)


def by_module():
    if workarounds.enabled('fsync'):
        return shutil.which('a')
    return sys.modules[__name__].shutil.which('b')


def by_getattr():
    if workarounds.enabled('fsync'):
        return string.digits
    return getattr(sys.modules[__name__], 'string').digits


def in_evaluated():
    if workarounds.enabled('fsync'):
        return types.new_class('A')
    return eval("types.new_class('B')")


def not_by_name():
    if workarounds.enabled('fsync'):
        return time.time()
    return os.sep + ' the time'


def patched(mock):
    if workarounds.enabled('fsync'):
        return uuid.uuid4()
    return mock.patch(f'{__name__}.uuid')
