import workarounds

D = [workarounds.Workaround(name='in_two_files', expires='39.0.0')]
