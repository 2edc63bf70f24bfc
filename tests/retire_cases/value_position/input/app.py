import workarounds


def facts(disk):
    disk.tell(workarounds.enabled('fsync'), old=disk.old)
    print('flushes: %s' % workarounds.enabled('fsync'))
    return {
        'sync': workarounds.enabled('fsync'),
        'not': not workarounds.enabled('fsync'),
        'and': disk.old and workarounds.enabled('fsync'),
        'or': workarounds.enabled('fsync') or disk.old,
        'last': disk.old or workarounds.enabled('fsync'),
    }
