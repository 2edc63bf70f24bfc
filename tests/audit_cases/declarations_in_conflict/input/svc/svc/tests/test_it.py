import workarounds

D = [workarounds.Workaround(name='in_two_files', expires='38.0.0')]
