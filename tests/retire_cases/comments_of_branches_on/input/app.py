import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        # Write it all.
        disk.flush()  # slow

        # Written.
        disk.wait()
    # It cannot be read otherwise.
    else:
        # Open it.
        disk.open()  # fast
    return disk.read()
