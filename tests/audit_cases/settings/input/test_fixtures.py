from workarounds import fixture
from workarounds.fixture import WorkaroundFixture as Fixture
import workarounds.fixture


def test_fixture(conf):
    fixture.WorkaroundFixture(flush=True)
    Fixture(flush_images=True)
    workarounds.fixture.WorkaroundFixture(flush=True)
    fixture.WorkaroundFixture(conf, **{'flush': True})
    fixture.WorkaroundFixture(flush=True, params={'flush': {'delay': 3}})
    fixture.WorkaroundFixture(conf=conf, registry=None, group='a', flush=True)


def test_plugin(workaround):
    workaround('flush', True)
    workaround(wanted=True, name='flush')
    workaround('flush', False, delay=4)
    workaround('flush', True, group='a')
    later = lambda: workaround('flush_images', True)
