import app


def test_on(monkeypatch):
    monkeypatch.setattr(app, 'ON', True)
    assert app.convert(1)
