import app


def test_off():
    assert app.send('c') == ['c']


def test_one():
    assert app.send('c') == ['c']


def test_text(workaround):
    workaround('retry_ipmi', '1')
    assert app.send('c') == ['c']
