import workarounds

DECLARATIONS = [
    workarounds.Workaround(name='flush_it', enabled_by=make()),
]
