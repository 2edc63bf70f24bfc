import workarounds


def facts(disk):
    disk.tell(workarounds.enabled('fsync'), old=disk.old)
    return [
        not workarounds.enabled('fsync'),
        workarounds.enabled('fsync') and disk.old,
        workarounds.enabled('fsync') or disk.old,
        not disk.old and workarounds.enabled('fsync'),
    ]
