import workarounds

D = [workarounds.Workaround(name='flush_it')]
