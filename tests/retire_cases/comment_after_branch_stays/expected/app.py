def f(a):
    # --- end workaround fsync ---
    a.close()
