import workarounds


def convert(names):
    first = [name for name in names if not workarounds.enabled('fsync')]
    second = {
        name
        for name in names
        if name
        if not workarounds.enabled('fsync')
    }
    third = [
        name
        for name in names
        if name or workarounds.enabled('fsync')
        for letter in name
        if not workarounds.enabled('fsync')
        if letter
    ]
    return first, second, third
