# SPDX-License-Identifier: Apache-2.0
"""A service on files with mistakes.

A file that oslo.config itself can load never stops a service. Its mistakes are
reported when the service starts.
"""

from collections.abc import Mapping
import pathlib

from tests.functional import bad_input
from tests.functional import command_line

#: A service: reads its file, logs its status, and reads its workarounds. For
#: each file, a copy of a process that has everything loaded is started.
SERVICE = """
import logging
import os
import sys

from oslo_config import cfg

import workarounds
from workarounds.catalogs import nova

workarounds.register(*nova.CATALOGUE.declarations)
workarounds.register_opts(cfg.CONF)
logging.basicConfig(level=logging.INFO, format='%(name)s %(message)s')
for path, before in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
    if os.fork():
        _, status = os.wait()
        assert status == 0, path
    else:
        cfg.CONF(['--config-file', path], project='nova')
        exec(before)
        workarounds.log_status(cfg.CONF)
        sys.exit()
"""


def start(services: Mapping[pathlib.Path, str]) -> list[list[str]]:
    """Start services, and return the log of each.

    :param services: file of each, and the change to it after it was read
    """
    arguments = [text for pair in services.items() for text in pair]
    done = command_line.run_python(SERVICE, *arguments)
    assert done.returncode == 0, done.stderr
    lines = [
        line.removeprefix('workarounds ')
        for line in done.stderr.splitlines()
        if line.startswith('workarounds ')
    ]
    logged = [
        [line for line in lines if f'{path}:' in line] for path in services
    ]
    assert sum(map(len, logged)) == len(lines)
    return logged


def test_a_service_starts_and_says_the_same(tmp_path: pathlib.Path) -> None:
    services = {}
    for number, (content, *_) in enumerate(bad_input.READABLE.values()):
        path = tmp_path / f'{number}.conf'
        path.write_bytes(content)
        services[path] = ''
    reported = [
        [line.split(': ')[0] for line in lines] for lines in start(services)
    ]
    for name, path, found in zip(
        bad_input.READABLE, services, reported, strict=True
    ):
        *_, expected = bad_input.READABLE[name]
        assert sorted(found) == sorted(
            f'{finding} {path}:{line}' for finding, line in expected
        ), name


CHANGES = {
    'os.unlink(path)': ': No such file or directory; ',
    'os.unlink(path); os.mkdir(path)': ': Is a directory; give a file',
    "open(path, 'wb').write(bytes([10, 233]))": (
        ':2: byte 0xe9 is not UTF-8; save the file as UTF-8'
    ),
    "open(path, 'w').write('oops')": (
        ":1: No ':' or '=' found in assignment; "
    ),
}


def test_a_file_that_changes_under_a_service_does_not_stop_it(
    tmp_path: pathlib.Path,
) -> None:
    services = {}
    for number, change in enumerate(CHANGES):
        path = tmp_path / f'{number}.conf'
        path.write_text(bad_input.SET)
        services[path] = change
    for (path, change), lines in zip(
        services.items(), start(services), strict=True
    ):
        first, line = lines
        assert first.startswith(f'{path}{CHANGES[change]}')
        # The service still uses the values that it has read.
        assert line.startswith(
            f'WA110 {path}: workaround {bad_input.OPTION} is on'
        )
