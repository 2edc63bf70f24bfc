import json
import time

import workarounds


def convert(response):
    if workarounds.enabled('fsync'):
        time.sleep(len(json.dumps(1)))
    return response.json, 'the time', {'json': 1}
