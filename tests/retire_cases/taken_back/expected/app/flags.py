import json

import workarounds

if not workarounds.enabled('fsync'):
    raise ImportError('only with this disk')


def flushes():
    return json.loads('true')
