def test_it_can_be_set():
    """It is accepted."""


def test_empty():
    pass


def test_more():
    assert True
