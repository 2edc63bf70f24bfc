from unittest import mock

from app import images


@mock.patch('app.images.json.dumps')
def test_convert(dumps, disk):
    assert images.convert(disk)
