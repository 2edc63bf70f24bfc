import app


def test_it(disk):
    driver = app.Driver()
    driver._fsync = True
    assert driver.convert(disk)
