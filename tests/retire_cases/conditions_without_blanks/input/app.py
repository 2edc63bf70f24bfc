import workarounds


def f(a):
    if not(workarounds.enabled('fsync'))and a:
        return(a)if(workarounds.enabled('fsync'))else(3)
    return[1]if workarounds.enabled('fsync')or a else[2]
