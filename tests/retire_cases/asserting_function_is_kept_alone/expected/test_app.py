def test_convert(disk):
    def _check():
        assert disk.is_flushed

    assert disk.read()
