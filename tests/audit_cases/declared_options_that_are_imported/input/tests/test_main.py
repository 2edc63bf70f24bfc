def test_unknown(workaround):
    workaround('by_nam', True)
    workaround('wait', True)
