import app


def test_limit():
    assert app._LIMIT == 3
