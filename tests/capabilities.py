# SPDX-License-Identifier: Apache-2.0
"""The requirements of tests: programs, and features of oslo.config.

A test whose program is missing is skipped, so that the tests can be run
anywhere. If the environment variable ``CI`` is set, the test is run and fails,
because in CI no program may be missing.
"""

import importlib.util
import inspect
import os
import pathlib
import platform
import shutil

from oslo_config import cfg
from oslo_config import generator
from oslo_config.sources import _uri
import pytest

BROWSER = pathlib.Path('/usr/bin/chromium')
DRIVER = pathlib.Path('/usr/bin/chromedriver')


def _needs(is_there: bool, reason: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(
        not is_there and 'CI' not in os.environ, reason=reason
    )


def _has(*programs: str) -> bool:
    return all(shutil.which(program) for program in programs)


def _is_debian_12() -> bool:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return False
    found = shutil.which('qemu-img'), shutil.which('dpkg-query')
    return found == ('/usr/bin/qemu-img', '/usr/bin/dpkg-query') and (
        release['ID'],
        release.get('VERSION_ID'),
    ) == ('debian', '12')


needs_browser = _needs(
    BROWSER.exists() and DRIVER.exists(),
    'no browser; install the Debian packages chromium and chromium-driver',
)
needs_fish = _needs(_has('fish'), 'fish is not installed')
needs_dpkg = _needs(_has('dpkg-query'), 'dpkg-query is not installed')
needs_poppler = _needs(
    _has('pdftoppm', 'pdftotext'),
    'no pdftotext; install the Debian package poppler-utils',
)
needs_qemu_img = _needs(_has('qemu-img'), 'qemu-img is not installed')
needs_rpm = _needs(_has('rpm', 'rpmbuild'), 'rpm or rpmbuild is not installed')
needs_strace = _needs(_has('strace'), 'strace is not installed')
needs_zsh = _needs(_has('zsh'), 'zsh is not installed')
needs_theme = _needs(
    importlib.util.find_spec('furo') is not None,
    'no theme of the documentation; install doc/requirements.txt',
)
on_debian_12 = _needs(_is_debian_12(), 'this is not Debian 12 with qemu-utils')


def _reads_remote_files() -> bool:
    # A timeout that is text is refused by every requests of our day.
    opts = _uri.URIConfigurationSourceDriver._uri_driver_opts
    [timeout] = [opt for opt in opts if opt.name == 'timeout']
    return isinstance(timeout, cfg.IntOpt)


def _writes_rst() -> bool:
    # It hands its logger to a function of its own that takes none.
    return 'LOG, namespaces' not in inspect.getsource(generator)


# An old oslo.config is not missing: CI runs the tests with one on purpose.
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
