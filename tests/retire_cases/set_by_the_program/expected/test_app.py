import app


def test_on(workaround):
    workaround('fsync', True)
    assert app.convert() == 'on'
