from oslo_config import cfg

CONF = cfg.CONF

if CONF.workarounds.fsync:
    import json

if CONF.workarounds.fsync:
    print('flushes')


def dumps(value):
    return json.dumps(value)


def convert(disk):
    if CONF.workarounds.fsync:
        disk.flush()
    return disk.read()
