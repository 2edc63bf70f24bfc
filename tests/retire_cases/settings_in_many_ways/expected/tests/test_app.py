from oslo_config import cfg

import app

CONF = cfg.CONF


def test_same(testcase, monkeypatch):
    assert app.convert(3) == 3


def test_fixture_for_more(disk, tmp_path):
    assert app.convert(disk) == tmp_path


def test_fixture_last(disk):
    assert app.convert(disk)


def test_fixture_alone():
    assert app.convert(3)


def test_fixture_used_again(workaround):
    workaround('kinds', True)
    assert app.convert(3)
