# SPDX-License-Identifier: Apache-2.0
"""What the image service does with a download."""

from collections.abc import Callable
from collections.abc import Iterator
import io
import os
import pathlib
from unittest import mock

import declarations
import image_service
import pytest

import workarounds

URL = 'http://images.example.org/one'


@pytest.fixture(autouse=True)
def download() -> Iterator[mock.Mock]:
    """Register the options, and download nothing."""
    workarounds.register(*declarations.DECLARATIONS)
    workarounds.register_opts(image_service.CONF)
    with mock.patch.object(image_service, 'download', autospec=True) as fake:
        yield fake


def test_an_image_is_flushed(
    workaround: Callable[..., None], tmp_path: pathlib.Path
) -> None:
    """An affected qemu-img would read what is not on disk yet."""
    workaround('fsync_image_before_convert', True)
    with (
        mock.patch.object(os, 'fsync', autospec=True) as fsync,
        open(tmp_path / 'image', 'wb') as sink,
    ):
        image_service.fetch(URL, sink)
        fsync.assert_called_once_with(sink.fileno())


def test_an_image_is_downloaded(
    workaround: Callable[..., None], download: mock.Mock
) -> None:
    """Nothing else is done with it."""
    workaround('fsync_image_before_convert', False)
    sink = io.BytesIO()
    image_service.fetch(URL, sink)
    download.assert_called_once_with(URL, sink)
