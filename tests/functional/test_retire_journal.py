# SPDX-License-Identifier: Apache-2.0
"""``workarounds retire`` obeys nothing that lies in the tree.

What it obeys is a journal that a run has written outside of the tree.
"""

import hashlib
import json
import os
import pathlib
import re
import signal
import stat
import subprocess
import sys

import pytest

from tests.functional import command_line
from tests.functional import retiring
from workarounds import cli

#: What runs of another version kept in the tree.
JOURNAL = '.workarounds.retire.json'
RETIRE = ('retire', 'fsync', '.', '--write')


@pytest.fixture
def project(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    """Make the project the working directory."""
    root = tmp_path / 'project'
    retiring.make(root)
    monkeypatch.chdir(root)
    return root


def seen(root: pathlib.Path) -> dict[str, object]:
    """Return all that is there; links are not followed."""
    return {
        str(path): (
            path.lstat().st_mode,
            path.lstat().st_ino,
            path.is_symlink() and os.readlink(path),
            stat.S_ISREG(path.lstat().st_mode) and path.read_bytes(),
        )
        for path in sorted(root.rglob('*'))
    }


# --- files that lie in the tree


@pytest.mark.parametrize('name', [JOURNAL, '.workarounds/retire.json'])
def test_a_journal_in_the_tree_is_not_obeyed(
    project: pathlib.Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    draft = project / 'flushing/.workarounds.0123456789abcdef'
    target = project / 'flushing/__init__.py'
    digest = hashlib.sha256(b'').hexdigest()
    entry = {'draft': str(draft), 'path': str(target), 'before': digest}
    planted = {name: json.dumps([entry]).encode(), str(draft): b'planted = 1'}
    retiring.make(project, planted)
    assert cli.main(RETIRE) == 0
    assert 'an earlier run' not in capsys.readouterr().err
    assert target.read_bytes() == b''
    for path, data in planted.items():
        assert (project / path).read_bytes() == data


@pytest.mark.parametrize(
    'data', [b'', b'hello', b'[' * 10**6, b'[{}]', None, 'directory']
)
@pytest.mark.parametrize('options', [[], ['--write']])
def test_what_looks_like_a_journal_does_not_matter(
    project: pathlib.Path, data: bytes | str | None, options: list[str]
) -> None:
    journal = project / JOURNAL
    if data is None:
        os.mkfifo(journal)
    elif data == 'directory':
        journal.mkdir()
    else:
        assert isinstance(data, bytes)
        journal.write_bytes(data)
    done = retiring.retire('.', *options)
    assert done.returncode == 0, done.stderr
    assert b'earlier' not in done.stderr


def test_a_state_directory_in_the_tree_is_refused(
    project: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the home directory of a CI job is the checkout."""
    monkeypatch.delenv('XDG_STATE_HOME')
    monkeypatch.setenv('HOME', str(project))
    before = seen(project)
    done = retiring.retire('flushing', '--write')
    assert (done.returncode, done.stdout) == (2, b'')
    kept = project / '.local/state/workarounds/retire'
    assert done.stderr.decode() == (
        f'workarounds: {kept}, where a run with --write keeps its journal, '
        f'cannot be used: it is inside of {project}; set XDG_STATE_HOME to '
        f'another directory\n'
    )
    assert seen(project) == before
    # To look at it needs no journal.
    assert retiring.retire('flushing').returncode == 0


def test_a_run_without_write_keeps_nothing(
    project: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = project.parent / 'state'
    monkeypatch.setenv('XDG_STATE_HOME', str(state))
    assert retiring.retire('.').returncode == 0
    assert not state.exists()


# --- runs that were interrupted


def kill(number: int, *arguments: object) -> None:
    """Kill a run before it puts a certain file in its place."""
    killed = command_line.run_python(
        retiring.KILLED, 'replace', number + 1, 'retire', 'fsync', *arguments
    )
    assert killed.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    'arguments',
    [
        ['fsink', '.', '--write'],
        ['fsync', '.', '--write', '--check'],
        ['fsync', '.', '--write', '--polarity', 'enabled_by'],
        ['fsync', '.', 'none', '--write'],
    ],
    ids=['name', 'options', 'polarity', 'path'],
)
def test_a_wrong_command_finishes_nothing(
    project: pathlib.Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
) -> None:
    kill(2, '.', '--write')
    before = seen(project)
    try:
        code: object = cli.main(('retire', *arguments))
    except SystemExit as error:
        code = error.code
    assert code == 2
    assert 'earlier' not in capsys.readouterr().err
    assert seen(project) == before


def test_a_run_without_write_reports_it_and_finishes_nothing(
    project: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kill(2, '.', '--write')
    before = seen(project)
    cli.main(('retire', 'fsync', '.'))
    assert 'an earlier run was interrupted while' in capsys.readouterr().err
    assert seen(project) == before


@pytest.mark.parametrize('path', ['flushing', '../project/flushing'])
def test_a_run_is_finished_with_its_own_paths(
    project: pathlib.Path, path: str
) -> None:
    """The note that it writes first is outside of them."""
    old = retiring.tree(project)
    assert retiring.retire(path, '--write').returncode == 0
    new = retiring.tree(project)
    retiring.restore(project, old)

    kill(1, path, '--write')
    before = seen(project)
    done = retiring.retire('flushing/workarounds.py', '--write')
    assert done.returncode == 2
    assert b'which is outside of the given paths; nothing is' in done.stderr
    assert b'. Give its paths: flushing\n' in done.stderr
    assert seen(project) == before

    done = retiring.retire(path, '--write')
    assert done.returncode == 0, done.stderr
    assert done.stderr.count(b': written, to finish an earlier run') == 6
    assert retiring.tree(project) == new


def test_what_has_changed_since_is_left_and_reported(
    project: pathlib.Path,
) -> None:
    # The first two are replaced.
    kill(3, '.', '--write')
    path = project / 'flushing/direct.py'
    newer = path.read_bytes() + b'\n\nNEWER = True\n'
    path.write_bytes(newer)
    done = retiring.retire('.', '--write')
    assert done.returncode == 1, done.stderr
    assert (
        b'flushing/direct.py: not written to finish an earlier run, because '
        b'it has changed since\n'
    ) in done.stderr
    assert b'flushing/direct.py:3: WA301 left as it is: ' in done.stderr
    assert path.read_bytes() == newer
    assert retiring.drafts(project) == []


def test_a_file_that_cannot_be_written_is_finished_later(
    project: pathlib.Path,
) -> None:
    kill(2, '.', '--write')
    (project / 'flushing').chmod(0o555)
    try:
        done = retiring.unprivileged('retire', 'fsync', '.', '--write')
    finally:
        (project / 'flushing').chmod(0o755)
    assert done.returncode == 2
    assert b'flushing/calling.py cannot be written: Permi' in done.stderr
    done = retiring.retire('.', '--write')
    assert done.returncode == 0, done.stderr
    assert retiring.drafts(project) == []


#: Runs the command until it would put the first file in its place, says so,
#: and waits.
HELD = """
import os
import sys

from workarounds import cli

real = os.replace

def wait(*args, **kwargs):
    print('ready', flush=True)
    sys.stdin.read()
    os.replace = real
    real(*args, **kwargs)

os.replace = wait
sys.exit(cli.main(sys.argv[1:]))
"""


def test_of_two_runs_at_once_the_second_says_who_holds_the_lock(
    project: pathlib.Path,
) -> None:
    first = subprocess.Popen(
        [sys.executable, '-c', HELD, *RETIRE],
        env=command_line.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert first.stdout is not None
    assert first.stdout.readline() == b'ready\n'
    before = seen(project)
    done = retiring.retire('flushing', '--write')
    assert (done.returncode, done.stdout) == (2, b'')
    assert re.fullmatch(
        rf'workarounds: process {first.pid}, since \d\d\d\d-\d\d-\d\d '
        rf'\d\d:\d\d:\d\d[+-]\d\d:\d\d, is writing to {project}; nothing is '
        rf'changed. Run the command again when it has ended\n',
        done.stderr.decode(),
    )
    assert seen(project) == before
    # To look at it is allowed.
    assert retiring.retire('flushing').returncode == 0
    first.communicate()
    assert first.returncode == 0
    assert retiring.retire('flushing', '--write').returncode == 0
