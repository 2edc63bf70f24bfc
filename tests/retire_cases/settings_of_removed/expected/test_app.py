def test_gone(testcase):
    testcase.flags(gone=True, group='workarounds')
    assert testcase.run() == 3
