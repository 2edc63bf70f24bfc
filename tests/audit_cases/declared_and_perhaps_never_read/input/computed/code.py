import workarounds

DECLARATIONS = [
    workarounds.Workaround(name='flush_it'),
]


def read(names):
    return [workarounds.enabled(name) for name in names]
