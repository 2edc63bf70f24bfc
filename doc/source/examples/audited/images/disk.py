# SPDX-License-Identifier: Apache-2.0
"""Two reads of a workaround, one of which bypasses the library."""

from typing import BinaryIO

from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(image: BinaryIO) -> None:
    """Flush an image, if it has to be."""
    if workarounds.enabled('flush_images'):
        image.flush()
    image.seek(0)


def copy(image: BinaryIO) -> None:
    """Flush an image, unless an operator says not to."""
    if not CONF.workarounds.disable_flushes:
        image.flush()
    image.seek(0)
