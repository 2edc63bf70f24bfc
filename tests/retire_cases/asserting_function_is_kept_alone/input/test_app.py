from workarounds import enabled as is_on


def test_convert(disk):
    def _check():
        assert disk.is_flushed

    if is_on('fsync'):
        _check()
    assert disk.read()
