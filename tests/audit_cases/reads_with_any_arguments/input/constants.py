import workarounds

NAME = 'flush'
ANNOTATED: str = 'flush'
FIRST = SECOND = 'flush'
ONE, TWO = 1, 'flush'
(THREE, [FOUR]) = 3, ['flush']
SAME = 'flush'
SAME = 'flush'
CHOSEN = 'flush' if NAME else 'flush'
OF_ANOTHER = NAME
DECLARED_ONLY: str
DECLARED_ONLY = 'flush'


class Names:
    FLUSH = 'flush'


def known():
    return [
        workarounds.enabled(NAME),
        workarounds.enabled(ANNOTATED),
        workarounds.enabled(SECOND),
        workarounds.enabled(TWO),
        workarounds.enabled(FOUR),
        workarounds.enabled(SAME),  # not the global SAME
        workarounds.enabled(CHOSEN),
        workarounds.enabled(OF_ANOTHER),
        workarounds.enabled(DECLARED_ONLY),
        workarounds.enabled(Names.FLUSH),
    ]


def local():
    name = 'flush'
    return workarounds.enabled(name)


def chain():
    a = 'flush'
    b = a
    c = b
    d = c
    e = d
    return workarounds.enabled(e)
