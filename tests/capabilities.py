# SPDX-License-Identifier: Apache-2.0
"""What the installed oslo.config cannot do by itself, whoever asks it."""

import inspect

from oslo_config import cfg
from oslo_config import generator
from oslo_config.sources import _uri
import pytest


def _reads_remote_files() -> bool:
    # A timeout that is text is refused by every requests of our day.
    opts = _uri.URIConfigurationSourceDriver._uri_driver_opts
    [timeout] = [opt for opt in opts if opt.name == 'timeout']
    return isinstance(timeout, cfg.IntOpt)


def _writes_rst() -> bool:
    # It hands its logger to a function of its own that takes none.
    return 'LOG, namespaces' not in inspect.getsource(generator)


needs_remote_files = pytest.mark.skipif(
    not _reads_remote_files(),
    reason='the remote_file driver of this oslo.config reads nothing',
)
#: The format, as a parameter of a test.
RST = pytest.param(
    'rst',
    marks=pytest.mark.skipif(
        not _writes_rst(),
        reason='the generator of this oslo.config cannot write rst',
    ),
)
