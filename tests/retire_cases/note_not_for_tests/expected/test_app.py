def test_convert(disk):
    assert disk.read()
