# SPDX-License-Identifier: Apache-2.0
"""``workarounds retire`` where files are bad, locked, or half done."""

import os
import pathlib
import signal
import stat
from typing import Any

import pytest

from tests.functional import command_line
from tests.functional import retiring
from workarounds.audit import scanner

#: Python that is read, and asks for the workaround.
ASKS = b"""\
import workarounds


def flush(image):
    if workarounds.enabled('fsync'):
        image.flush()
    return image
"""
#: The same, but too large to be read.
LARGE = ASKS + b'#' * (8 * 1024**2)
ASKS_NO_MORE = b'def flush(image):\n    return image\n'


@pytest.fixture
def project(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    """Make the project the working directory."""
    root = tmp_path / 'project'
    retiring.make(root)
    monkeypatch.chdir(root)
    return root


def others_are_rewritten(project: pathlib.Path) -> bool:
    """Return whether a file that is alone has been rewritten."""
    after = retiring.tree(project)['flushing/direct.py']
    return b'workarounds' not in after


# --- files that are skipped


@pytest.mark.parametrize(
    ('data', 'line', 'reason'),
    [
        (ASKS + b'print "done"\n', 8, 'not valid for this Python'),
        (b'{% if fsync %}\n' + ASKS, 1, 'not valid for this Python'),
        (ASKS + b"X = '\xe9'\n", 8, 'byte 0xe9 is not UTF-8'),
        (ASKS + b"X = '\0'\n", 8, 'not UTF-8 text, because it has NUL bytes'),
        (b'# -*- coding: no-such -*-\n' + ASKS, None, 'cannot be decoded'),
        (LARGE, None, 'larger than 8 MiB'),
        (ASKS + b'X = ' + b'(' * 2000 + b')' * 2000, None, ''),
    ],
    ids=[
        'python_2',
        'template',
        'not_utf_8',
        'nul',
        'cookie',
        'large',
        'nested',
    ],
)
def test_what_cannot_be_read_is_skipped(
    project: pathlib.Path, data: bytes, line: int | None, reason: str
) -> None:
    retiring.make(project, {'flushing/odd.py': data})
    done = retiring.retire('.', '--write')
    assert done.returncode == 2
    place = 'flushing/odd.py' + (f':{line}' if line else '')
    [said] = [
        message
        for message in done.stderr.decode().splitlines()
        if 'flushing/odd.py' in message
    ]
    assert f'{place}: {reason}' in said or (not line and reason in said)
    assert (project / 'flushing/odd.py').read_bytes() == data
    assert others_are_rewritten(project)
    assert retiring.drafts(project) == []


def test_a_declaration_stays_while_a_file_that_was_skipped_may_ask(
    project: pathlib.Path,
) -> None:
    """Python can run it all the same, and would find no workaround."""
    retiring.make(project, {'flushing/large.py': LARGE})
    done = retiring.retire('.', '--write')
    assert done.returncode == 2
    declared = (project / 'flushing/workarounds.py').read_bytes()
    assert declared == retiring.DECLARED


@pytest.mark.parametrize('target', ['theirs.py', 'theirs'])
def test_a_link_out_of_the_tree_is_skipped(
    project: pathlib.Path, tmp_path: pathlib.Path, target: str
) -> None:
    retiring.make(tmp_path, {'theirs.py': ASKS, 'theirs/one.py': ASKS})
    link = project / 'flushing' / target
    link.symlink_to(tmp_path / target)
    done = retiring.retire('.', '--write')
    assert done.returncode == 2
    assert f'flushing/{target}: a link to ' in done.stderr.decode()
    assert link.is_symlink()
    assert (tmp_path / 'theirs.py').read_bytes() == ASKS
    assert (tmp_path / 'theirs/one.py').read_bytes() == ASKS
    assert others_are_rewritten(project)


def test_what_is_no_file_does_not_matter(project: pathlib.Path) -> None:
    (project / 'loop').symlink_to('loop')
    (project / 'one.py').symlink_to('two.py')
    (project / 'two.py').symlink_to('one.py')
    (project / 'dangling.py').symlink_to('none')
    (project / 'above').symlink_to('.')
    (project / 'directory.py').mkdir()
    for name in ('pipe', 'pipe.py', 'pipe.cfg'):
        os.mkfifo(project / name)
    done = retiring.retire('.', '--write')
    assert done.returncode == 0, done.stderr
    assert others_are_rewritten(project)


def test_a_note_whose_place_is_taken_is_refused(
    project: pathlib.Path,
) -> None:
    old = retiring.tree(project)
    retiring.retire('.', '--write')
    [note] = retiring.tree(project).keys() - old.keys()
    retiring.restore(project, old)
    (project / note).mkdir()
    done = retiring.retire('.', '--write')
    assert done.returncode == 2
    assert done.stderr.decode() == (
        f'workarounds: {note} cannot be written: it is not a regular file; '
        f'nothing is written\n'
    )
    assert retiring.tree(project) == old


def test_a_link_inside_stays_a_link(project: pathlib.Path) -> None:
    retiring.make(project, {'flushing/real.py': ASKS})
    link = project / 'flushing/alias.py'
    link.symlink_to('real.py')
    done = retiring.retire('.', '--write')
    assert done.returncode == 0, done.stderr
    assert os.readlink(link) == 'real.py'
    assert (project / 'flushing/real.py').read_bytes() == ASKS_NO_MORE


@pytest.mark.parametrize(
    ('target', 'named'),
    [('theirs.py', 'link'), ('theirs', 'link'), ('theirs', 'link/')],
)
@pytest.mark.parametrize('options', [[], ['--write']])
def test_a_link_out_of_the_tree_that_is_named_is_refused(
    project: pathlib.Path,
    tmp_path: pathlib.Path,
    target: str,
    named: str,
    options: list[str],
) -> None:
    """A pattern of a shell names every link."""
    retiring.make(tmp_path, {'theirs.py': ASKS, 'theirs/one.py': ASKS})
    (project / 'link').symlink_to(f'../{target}')
    before = retiring.tree(tmp_path)
    done = retiring.retire('flushing', named, *options)
    assert (done.returncode, done.stdout) == (2, b'')
    assert done.stderr.decode() == (
        f'workarounds: {named}: a link to {tmp_path / target}, outside the '
        f'given paths; give that path instead\n'
    )
    assert retiring.tree(tmp_path) == before


def test_a_link_to_what_is_given_is_followed(project: pathlib.Path) -> None:
    (project / 'link.py').symlink_to('flushing/asking.py')
    done = retiring.retire('link.py', 'flushing', '--write')
    assert done.returncode == 0, done.stderr
    assert (project / 'link.py').is_symlink()
    assert b'enabled' not in (project / 'flushing/asking.py').read_bytes()


def test_the_other_name_of_a_file_keeps_the_old_text_and_is_reported(
    project: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    retiring.make(project, {'flushing/linked.py': ASKS})
    (tmp_path / 'other.py').hardlink_to(project / 'flushing/linked.py')
    done = retiring.retire('flushing', '--write')
    assert done.returncode == 1
    assert (
        b'flushing/linked.py: WA313 its other names, as hard links, keep the '
        b'old text; make them links to the new file\n'
    ) in done.stderr
    assert (project / 'flushing/linked.py').read_bytes() == ASKS_NO_MORE
    assert (tmp_path / 'other.py').read_bytes() == ASKS


@pytest.mark.parametrize(
    ('data', 'after'),
    [
        (
            ASKS.replace(b'\n', b'\r\n'),
            ASKS_NO_MORE.replace(b'\n', b'\r\n'),
        ),
        (
            b'# coding: latin-1\n' + ASKS + b"X = '\xe9'\n",
            b'# coding: latin-1\n\n\n' + ASKS_NO_MORE + b"X = '\xe9'\n",
        ),
        (b'\xef\xbb\xbf' + ASKS, b'\xef\xbb\xbf' + ASKS_NO_MORE),
        (ASKS.rstrip(), ASKS_NO_MORE.rstrip()),
    ],
    ids=['crlf', 'latin_1', 'byte_order_mark', 'no_end'],
)
def test_what_is_odd_but_can_be_read_stays_as_odd_as_it_is(
    project: pathlib.Path, data: bytes, after: bytes
) -> None:
    retiring.make(project, {'flushing/odd.py': data})
    done = retiring.retire('.', '--write')
    assert done.returncode == 0, done.stderr
    assert (project / 'flushing/odd.py').read_bytes() == after


@pytest.mark.parametrize(
    'mistake',
    [
        'def twice(a, a):\n        return a',
        'a = 1\n    global a',
        'nonlocal a',
        'break',
        'image(a=1, a=2)',
        'from x import *',
    ],
)
def test_what_parses_and_cannot_be_compiled_is_no_internal_error(
    project: pathlib.Path, mistake: str
) -> None:
    """It stands in the very function that asks."""
    data = ASKS.replace(b'    return', f'    {mistake}\n    return'.encode())
    retiring.make(project, {'flushing/odd.py': data})
    done = retiring.retire('.', '--write')
    assert b'internal error' not in done.stderr
    assert done.returncode in (0, 1, 2)
    if (project / 'flushing/odd.py').read_bytes() == data:
        assert done.returncode != 0
        assert b'flushing/odd.py:' in done.stderr
    assert others_are_rewritten(project)


def test_what_is_left_can_be_compiled(project: pathlib.Path) -> None:
    data = (
        b'import workarounds\n\n\ndef outer():\n'
        b"    if workarounds.enabled('fsync'):\n        x = 1\n\n"
        b'    def inner():\n        nonlocal x\n        x = 2\n\n'
        b'    return inner\n'
    )
    retiring.make(project, {'flushing/odd.py': data})
    done = retiring.retire('.', '--write')
    assert (project / 'flushing/odd.py').read_bytes() == data
    assert done.returncode == 1
    assert b'flushing/odd.py:5: ' in done.stderr


@pytest.mark.parametrize(
    'data',
    [
        # Another option is where the first was.
        retiring.DIRECT.replace(b'disable_fsync', b'disable_other'),
        retiring.DIRECT.replace(b'main', b'\n\nmain'),
        b'',
        b'\xff',
        None,
    ],
)
def test_a_file_that_changes_while_it_is_read_is_refused(
    project: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    data: bytes | None,
) -> None:
    """As an editor does, between the scan and the plan."""
    real = scanner.scan
    path = project / 'flushing/direct.py'

    def scan(*args: Any) -> object:
        result = real(*args)
        path.unlink()
        if data is not None:
            path.write_bytes(data)
        return result

    monkeypatch.setattr(scanner, 'scan', scan)
    before = retiring.tree(project)
    done = retiring.retire('.', '--write')
    assert (done.returncode, done.stdout) == (2, b'')
    assert done.stderr == (
        b'workarounds: ./flushing/direct.py changed while it was read; '
        b'nothing is changed. Run the command again\n'
    )
    changed = retiring.tree(project)
    assert changed.pop('flushing/direct.py', None) == data
    before.pop('flushing/direct.py')
    assert changed == before


# --- files that cannot be written


def test_a_file_that_is_read_only_is_skipped(project: pathlib.Path) -> None:
    """A rename would replace it, whatever its mode says."""
    path = project / 'flushing/read_only.py'
    retiring.make(project, {'flushing/read_only.py': ASKS})
    path.chmod(0o444)
    done = retiring.unprivileged('retire', 'fsync', '.', '--write')
    assert path.read_bytes() == ASKS
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert done.returncode == 2
    assert b'flushing/read_only.py:5: WA301 left as it is' in done.stderr
    assert b'flushing/read_only.py: written' not in done.stderr
    assert others_are_rewritten(project)
    path.chmod(0o644)
    done = retiring.unprivileged('retire', 'fsync', '.', '--write')
    assert done.returncode == 0, done.stderr
    assert path.read_bytes() == ASKS_NO_MORE


def test_a_declaration_stays_while_a_read_only_file_asks(
    project: pathlib.Path,
) -> None:
    retiring.make(project, {'flushing/read_only.py': ASKS})
    (project / 'flushing/read_only.py').chmod(0o444)
    retiring.unprivileged('retire', 'fsync', '.', '--write')
    declared = (project / 'flushing/workarounds.py').read_bytes()
    assert declared == retiring.DECLARED


def test_in_a_directory_that_is_read_only_nothing_is_half_written(
    project: pathlib.Path,
) -> None:
    retiring.make(project, {'locked/one.py': ASKS})
    (project / 'locked').chmod(0o555)
    before = retiring.tree(project)
    try:
        done = retiring.unprivileged('retire', 'fsync', '.', '--write')
        assert done.returncode == 2
        assert b'locked/one.py cannot be written: Permission' in done.stderr
        assert retiring.tree(project) == before
        # To look at it is allowed.
        done = retiring.unprivileged('retire', 'fsync', '.')
        assert done.returncode == 0, done.stderr
    finally:
        (project / 'locked').chmod(0o755)


def test_an_unreadable_file_is_skipped(project: pathlib.Path) -> None:
    retiring.make(project, {'flushing/secret.py': ASKS, 'dark/one.py': ASKS})
    secret, dark = project / 'flushing/secret.py', project / 'dark'
    secret.chmod(0)
    dark.chmod(0)
    try:
        done = retiring.unprivileged('retire', 'fsync', '.', '--write')
    finally:
        secret.chmod(0o644)
        dark.chmod(0o755)
    assert done.returncode == 2
    for name in ('flushing/secret.py', 'dark'):
        assert f'{name}: cannot be read (permission' in done.stderr.decode()
    assert secret.read_bytes() == ASKS
    assert others_are_rewritten(project)


# --- runs that are cut off

#: The journal, five files and a note.
WRITTEN = range(1, 8)


@pytest.mark.parametrize('number', WRITTEN)
@pytest.mark.parametrize('options', [[], ['--keep-behaviour']])
def test_a_run_that_was_killed_is_finished_by_the_next(
    project: pathlib.Path, options: list[str], number: int
) -> None:
    retire = ['retire', 'fsync', '.', '--write', *options]
    old = retiring.tree(project)
    # It removes a test if the behaviour is kept, and reports that.
    assert retiring.run(*retire).returncode == len(options)
    new = retiring.tree(project)
    retiring.restore(project, old)

    killed = command_line.run_python(
        retiring.KILLED, 'replace', number, *retire
    )
    assert killed.returncode == -signal.SIGKILL
    for name, data in retiring.finished(project).items():
        assert data in (old.get(name), new[name])

    done = retiring.run(*retire)
    assert done.returncode in (0, len(options)), done.stderr
    assert retiring.finished(project) == new


@pytest.mark.parametrize('number', [1, 3, 8])
def test_nothing_is_written_before_all_is_ready(
    project: pathlib.Path, number: int
) -> None:
    old = retiring.tree(project)
    killed = command_line.run_python(
        retiring.KILLED, 'fsync', number, 'retire', 'fsync', '.', '--write'
    )
    assert killed.returncode == -signal.SIGKILL
    assert retiring.finished(project) == old


def test_an_interrupt_leaves_no_draft(project: pathlib.Path) -> None:
    code = retiring.KILLED.replace(f'{signal.SIGKILL}', f'{signal.SIGINT}')
    before = retiring.tree(project)
    done = command_line.run_python(
        code, 'replace', 2, 'retire', 'fsync', '.', '--write'
    )
    assert done.returncode != 0
    assert retiring.tree(project) == before
