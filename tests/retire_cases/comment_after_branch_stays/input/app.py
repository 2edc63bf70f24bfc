import workarounds


def f(a):
    # --- begin workaround fsync ---
    if workarounds.enabled('fsync'):
        a.sync()
    # --- end workaround fsync ---
    a.close()
