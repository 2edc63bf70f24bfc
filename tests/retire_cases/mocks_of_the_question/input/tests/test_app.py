from unittest import mock

from app import images
import app.volumes
import pytest
import workarounds


@pytest.fixture
def fsync(monkeypatch):
    monkeypatch.setattr(workarounds, 'enabled', lambda name: True)


@mock.patch('workarounds.enabled', return_value=True)
def test_decorated(enabled):
    assert images.convert(mock.Mock())


@mock.patch.object(images, 'workarounds')
def test_module(library):
    assert images.convert(mock.Mock())


def test_with(monkeypatch):
    monkeypatch.setattr('app.images.workarounds.enabled', mock.Mock())
    with mock.patch.object(workarounds, 'enabled', lambda name: True):
        assert images.convert(mock.Mock())
    workarounds.enabled = mock.Mock()


def test_others():
    with mock.patch('app.volumes.enabled'):
        app.volumes.convert(mock.Mock())
    with mock.patch.object(app.volumes, 'enabled'):
        app.volumes.convert(mock.Mock())
    with mock.patch('workarounds.value'):
        app.volumes.convert(mock.Mock())
    with mock.patch(
        'workarounds.enabled', side_effect=lambda name: name == 'nosync'
    ):
        app.volumes.convert(mock.Mock())
