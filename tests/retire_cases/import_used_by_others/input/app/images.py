import json
import os
import shutil
import stat
import time

import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        os.sync()
        shutil.copy(disk.name, 'copy')
        json.dumps(stat.S_IFREG)
        time.sleep(1)
    return disk.read()
