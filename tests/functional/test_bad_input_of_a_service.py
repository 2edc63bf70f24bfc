# SPDX-License-Identifier: Apache-2.0
"""A service on files that are not as they should be.

What oslo.config itself can load never stops a service, and is told when it
starts.
"""

from collections.abc import Callable
import pathlib

import pytest

from tests.functional import bad_input
from tests.functional import command_line

#: A service: reads its file, says what it has to, and asks.
SERVICE = """
import logging
import os
import sys

from oslo_config import cfg

import workarounds
from workarounds.catalogs import nova

workarounds.register(*nova.DECLARATIONS)
workarounds.register_opts(cfg.CONF)
cfg.CONF(['--config-file', sys.argv[1]], project='nova')
logging.basicConfig(level=logging.INFO, format='%(name)s %(message)s')
exec(sys.argv[2])
workarounds.log_status(cfg.CONF)
"""


@pytest.fixture
def conf(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / 'nova.conf'


@pytest.fixture
def start(conf: pathlib.Path) -> Callable[..., list[str]]:
    """Return a function that starts a service and returns what it logs."""

    def start(content: bytes, *, before: str = '') -> list[str]:
        conf.write_bytes(content)
        done = command_line.run_python(SERVICE, conf, before)
        assert done.returncode == 0, done.stderr
        return [
            line.removeprefix('workarounds ')
            for line in done.stderr.splitlines()
            if line.startswith('workarounds ')
        ]

    return start


@pytest.mark.parametrize(
    ('content', 'found'),
    [(content, found) for content, _, found in bad_input.READABLE.values()],
    ids=bad_input.READABLE,
)
def test_a_service_starts_and_says_the_same(
    conf: pathlib.Path,
    start: Callable[..., list[str]],
    content: bytes,
    found: list[tuple[str, int]],
) -> None:
    assert [line.split(': ')[0] for line in start(content)] == [
        f'{finding} {conf}:{line}' for finding, line in found
    ]


@pytest.mark.parametrize(
    ('before', 'said'),
    [
        ('os.unlink(sys.argv[1])', ': No such file or directory; '),
        (
            'os.unlink(sys.argv[1]); os.mkdir(sys.argv[1])',
            ': Is a directory; give a file',
        ),
        (
            "open(sys.argv[1], 'wb').write(bytes([10, 233]))",
            ':2: byte 0xe9 is not UTF-8; save the file as UTF-8',
        ),
        (
            "open(sys.argv[1], 'w').write('oops')",
            ":1: No ':' or '=' found in assignment; ",
        ),
    ],
)
def test_a_file_that_changes_under_a_service_does_not_stop_it(
    conf: pathlib.Path,
    start: Callable[..., list[str]],
    before: str,
    said: str,
) -> None:
    first, *others = start(bad_input.SET.encode(), before=before)
    assert first.startswith(f'{conf}{said}')
    # The service still does what it has read.
    [line] = others
    assert line.startswith(
        f'WA110 {conf}: workaround {bad_input.OPTION} is on'
    )
