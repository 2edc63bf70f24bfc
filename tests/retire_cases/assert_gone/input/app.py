import workarounds


def convert(disk, wanted):
    assert not workarounds.enabled('fsync')
    assert wanted or not workarounds.enabled('fsync'), 'not with this disk'
    assert wanted and not workarounds.enabled('fsync'), disk.name
    return disk.read()
