import app


def test_some(testcase, port):
    testcase.flags(kinds=['a'], group='workarounds')
    assert app.bind(port)


def test_none(workaround, port):
    workaround('kinds', [])
    assert app.bind(port)
