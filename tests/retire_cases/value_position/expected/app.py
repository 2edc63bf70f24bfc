def facts(disk):
    disk.tell(False, old=disk.old)
    print('flushes: %s' % False)
    return {
        'sync': False,
        'not': True,
        'and': disk.old and False,
        'or': disk.old,
        'last': disk.old or False,
    }
