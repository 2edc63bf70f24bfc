import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):  # bug 1392527
        # Write it all.
        disk.flush()  # slow
        # Written.
    else:
        # Nothing is written,

        # so open it.
        disk.open()  # fast
        # Opened.
    # Now read.
    return disk.read()  # all of it
