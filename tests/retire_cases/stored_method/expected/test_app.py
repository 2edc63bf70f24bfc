import app


def test_on():
    driver = app.Driver()
    driver._on = lambda: True
    assert driver.convert(1)
