from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, a, b, c):
    x = a if(b)else c
    y = not(a)
    z = (a)or(b)
    assert(x)
    if(y):return(a)
    while(a)and b:a=disk.next()
    if(a)and(b):disk.open()
    return[z,not(x)]
