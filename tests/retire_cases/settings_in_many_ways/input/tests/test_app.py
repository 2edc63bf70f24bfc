from oslo_config import cfg

import app

CONF = cfg.CONF


def test_same(testcase, monkeypatch, workaround):
    CONF.set_default('disable_sync', True, 'workarounds')
    monkeypatch.setattr(CONF.workarounds, 'disable_sync', True)
    workaround('nosync', False)
    assert app.convert(3) == 3


def test_default_opposite():
    CONF.set_default('disable_sync', False, 'workarounds')
    assert app.convert(3) == 4


def test_patched_opposite(monkeypatch):
    monkeypatch.setattr(CONF.workarounds, 'disable_sync', False)
    assert app.convert(3) == 4


async def test_opposite_by_name(disk, workaround):
    workaround('nosync', True)
    assert await app.convert(3) == 4


def test_fixture_for_more(disk, workaround, tmp_path):
    workaround('nosync', False)
    assert app.convert(disk) == tmp_path


def test_fixture_last(disk, workaround):
    workaround('nosync', False)
    assert app.convert(disk)


def test_fixture_alone(workaround):
    workaround('nosync', False)
    assert app.convert(3)


def test_fixture_used_again(workaround):
    workaround('nosync', False)
    workaround('kinds', True)
    assert app.convert(3)
