import workarounds


def test_old(workaround):
    workaround(old=True)
    with workarounds.fixture.WorkaroundFixture(old=True):
        pass
