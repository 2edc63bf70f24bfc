import json
import os
import time

import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        os.fsync(disk)
        time.sleep(json.loads('1'))
    return disk
