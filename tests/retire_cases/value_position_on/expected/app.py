def facts(disk):
    disk.tell(True, old=disk.old)
    return [
        False,
        disk.old,
        True,
        not disk.old,
    ]
