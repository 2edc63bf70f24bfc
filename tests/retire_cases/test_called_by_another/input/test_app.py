import app


def test_on(workaround):
    workaround('fsync', True)
    assert app.convert(3) == 4


def test_twice(workaround):
    test_on(workaround)
    test_on(workaround)
