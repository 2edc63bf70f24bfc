import app


def test_off(workaround):
    workaround('retry_ipmi', False)
    assert app.send('c') == ['c']


def test_one(workaround):
    workaround('retry_ipmi', 1)
    assert app.send('c') == ['c']


def test_text(workaround):
    workaround('retry_ipmi', '1')
    assert app.send('c') == ['c']


def test_true(workaround):
    workaround('retry_ipmi', True)
    assert app.send('c') == ['c'] * 3


def test_value(workaround):
    workaround('retry_ipmi', 5)
    assert app.send('c') == ['c'] * 5


def test_zero(workaround):
    workaround('retry_ipmi', 0)
    assert app.send('c') == []
