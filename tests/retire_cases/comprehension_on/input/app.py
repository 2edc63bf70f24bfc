import workarounds


def convert(names):
    first = [name for name in names if workarounds.enabled('fsync')]
    second = any(n for n in names if n and workarounds.enabled('fsync'))
    third = {n: 1 for n in names if workarounds.enabled('fsync') if n}
    fourth = [n if workarounds.enabled('fsync') else '' for n in names]
    return first, second, third, fourth
