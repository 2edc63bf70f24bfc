import workarounds

D = [workarounds.Workaround(name='in_two_files', expires='37.0.0')]
