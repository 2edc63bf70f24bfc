from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, a, b, c):
    x = a if(CONF.workarounds.disable_sync and b)else c
    y = not(CONF.workarounds.disable_sync and a)
    z = CONF.workarounds.disable_sync and(a)or(b)
    assert(CONF.workarounds.disable_sync and x)
    if(CONF.workarounds.disable_sync)and(y):return(a)if CONF.workarounds.disable_sync else b
    while(workarounds.enabled('nosync') or a)and b:a=disk.next()
    if(a)and(CONF.workarounds.disable_sync and b):disk.open()
    return[z,not(workarounds.enabled('nosync') or x)]
