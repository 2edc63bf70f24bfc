import app


def test_both(workaround):
    workaround('fsync', True)
    assert app.convert(3) == 4
    workaround('fsync', False)
    assert app.convert(3) == 3


def test_later(workaround):
    assert app.convert(3) == 3
    workaround('fsync', True)
    assert app.convert(3) == 4


def test_on(workaround):
    workaround('fsync', True)
    assert app.convert(3) == 4
