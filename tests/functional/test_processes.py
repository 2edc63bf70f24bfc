# SPDX-License-Identifier: Apache-2.0
"""The installed command in a process of its own, as users have it.

Other tests call its entry point; here the two are compared, for each
subcommand and exit code.
"""

import locale
import logging
import os
import pathlib
import sys

import pytest

from tests.functional import advising
from tests.functional import auditing
from tests.functional import command_line

QEMU_IMG = ('--namespace', 'qemu-img')
WITHOUT_FILE = (*QEMU_IMG, '--config-file', '/dev/null')
MATRIX = (*QEMU_IMG, 'matrix', '--as-of', '2026-11-23')
EXIT_CODES = [
    ((), 2),
    (('--help',), 0),
    (('help', 'list'), 0),
    (('complete',), 0),
    ((*WITHOUT_FILE, 'list'), 0),
    (('list',), 2),
    ((*WITHOUT_FILE, 'show', advising.FSYNC), 0),
    ((*WITHOUT_FILE, 'show', 'fsync'), 2),
    ((*WITHOUT_FILE, 'check'), 0),
    ((*QEMU_IMG, '--config-file', 'qemu-img.conf', 'check'), 1),
    ((*QEMU_IMG, '--config-file', 'missing.conf', 'check'), 2),
    ((*QEMU_IMG, 'facts'), 0),
    ((*QEMU_IMG, 'facts', '--root', 'missing'), 2),
    ((*WITHOUT_FILE, 'advise', '--host', 'acme.json'), 0),
    ((*WITHOUT_FILE, 'advise', '--host', 'debian.json'), 1),
    ((*WITHOUT_FILE, 'advise', '--host', 'missing.json'), 2),
    (MATRIX, 0),
    ((*MATRIX, '--check', 'empty'), 1),
    ((*MATRIX, '--check', 'missing'), 2),
    (('audit', 'current'), 0),
    (('audit', 'expired'), 1),
    (('audit', 'missing'), 2),
    (('retire', 'flush_images', 'expired'), 0),
    (('retire', 'flush_images', 'expired', '--check'), 1),
    (('retire', 'flush', 'expired'), 2),
]


@pytest.mark.parametrize(
    ('arguments', 'code'),
    EXIT_CODES,
    ids=[' '.join(arguments) or 'nothing' for arguments, _ in EXIT_CODES],
)
def test_a_process_says_what_its_entry_point_says(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    pathlib.Path('empty').touch()
    pathlib.Path('qemu-img.conf').write_text('[workarounds]\nfsync = true\n')
    advising.make_host(pathlib.Path('debian.json'))
    advising.make_host(pathlib.Path('acme.json'), platform='acme:1')
    auditing.make(pathlib.Path('current'))
    auditing.make(pathlib.Path('expired'), '35.0.0')
    started = command_line.run_process(*arguments)
    called = command_line.run(*arguments)
    assert started.stdout == called.stdout
    assert started.stderr == called.stderr
    assert (started.returncode, called.returncode) == (code, code)


def set_for_the_process() -> list[object]:
    return [
        os.environ.copy(),
        sys.argv[:],
        sys.path[:],
        sys.stdout,
        os.fstat(1),
        logging.root.level,
        logging.root.handlers[:],
        logging.getLogger('oslo_config').level,
        locale.setlocale(locale.LC_ALL),
    ]


def test_a_call_leaves_nothing_behind(tmp_path: pathlib.Path) -> None:
    module = tmp_path / 'theirs.py'
    before = set_for_the_process()
    for name, count in (('nova', 19), ('placement', 1)):
        module.write_text(
            f'from workarounds.catalogs.{name} import CATALOGUE as HERE\n'
        )
        done = command_line.run(
            *('--namespace', 'theirs:HERE', '--config-file', '/dev/null'),
            *('list', '-f', 'value', '-c', 'Name'),
            PYTHONPATH=str(tmp_path),
        )
        assert done.stdout.count('\n') == count
    assert set_for_the_process() == before
    assert 'theirs' not in sys.modules


def test_an_error_that_nothing_catches_fails_a_test() -> None:
    with pytest.raises(ZeroDivisionError):
        command_line.call_main(lambda: 1 / 0, 'workarounds')
