import workarounds


def convert(disk, wanted):
    a = 1 if workarounds.enabled('fsync') else 2 if wanted else 3
    b = 1 if wanted else 2 if workarounds.enabled('fsync') else 3
    c = (1 if workarounds.enabled('fsync') else 2) if wanted else 3
    return a, b, c
