def same():
    return 3


def also():
    return 4
