def test_it_can_be_set(workaround):
    """It is accepted."""
    workaround('fsync', False)


def test_empty():
    pass


def test_more(workaround):
    workaround('fsync', False)
    assert True
