import workarounds


def test_convert(disk):
    if workarounds.enabled('fsync'):
        disk.flush()
    assert disk.read()
