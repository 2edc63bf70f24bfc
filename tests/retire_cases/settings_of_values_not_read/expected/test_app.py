import app


def test_some(testcase, port):
    assert app.bind(port)
