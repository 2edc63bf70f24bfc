from workarounds import fixture
from workarounds.fixture import WorkaroundFixture as Fixture
import workarounds.fixture


def test_fixture(conf):
    fixture.WorkaroundFixture(flush=True)
    Fixture(flush_images=True)
    workarounds.fixture.WorkaroundFixture(flush=True)
    fixture.WorkaroundFixture(conf, **{'flush': True})
    fixture.WorkaroundFixture(flush=True, params={'flush': {'delay': 3}})


def test_plugin(workaround):
    workaround('flush', True)
    workaround(wanted=True, name='flush')
    workaround('flush', False, delay=4)
    later = lambda: workaround('flush_images', True)
