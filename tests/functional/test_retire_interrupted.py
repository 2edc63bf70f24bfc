# SPDX-License-Identifier: Apache-2.0
"""The next run finishes or takes back what an interrupted one has begun."""

from collections.abc import Iterator
import contextlib
import json
import os
import pathlib
import subprocess
import sys
from typing import Any

import pytest

from workarounds import exceptions
from workarounds.retire import writer
from workarounds.retire.planner import Change
from workarounds.retire.recovery import Finished

needs_root = pytest.mark.skipif(
    os.geteuid() != 0, reason='only root may give files away'
)


@pytest.fixture(autouse=True)
def tree(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    """Make a tree with files the working directory."""
    monkeypatch.setenv('XDG_STATE_HOME', str(tmp_path / 'state'))
    root = tmp_path / 'tree'
    (root / 'inner').mkdir(parents=True)
    for name in ('a.py', 'b.py', 'inner/c.py'):
        (root / name).write_text('old')
    monkeypatch.chdir(root)
    return root


CHANGES = [
    Change('a.py', b'old', b'new'),
    Change('b.py', b'old', b'new'),
    Change('inner/c.py', b'old', b'new'),
    Change('d.py', None, b'new'),
]


class _KilledError(BaseException):
    """Ends a run as a kill does."""


def kill(
    monkeypatch: pytest.MonkeyPatch, number: int, *paths: str
) -> pathlib.Path:
    """Kill a run before it replaces a certain file; return its journal."""
    calls = -1
    real = os.replace

    def call(*args: Any, **kwargs: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == number:
            raise _KilledError
        real(*args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(os, 'replace', call)
        # What would be done at the end of a process that is not killed.
        patch.setattr(writer.Writer, '_clean', lambda *_: None)
        with (
            pytest.raises(_KilledError),
            writer.open_writer(paths or ['.']) as opened,
        ):
            opened.write(CHANGES)
    return journals()[0]


def journals() -> list[pathlib.Path]:
    state = pathlib.Path(os.environ['XDG_STATE_HOME'], 'workarounds/retire')
    return sorted(state.glob('*.json'))


def finish(*paths: str) -> Finished:
    with writer.open_writer(paths or ['.']) as opened:
        return opened.finish_interrupted()


def refusal(*paths: str) -> str:
    """Return why a run is not finished, which does not change anything."""
    before = texts()
    with pytest.raises(exceptions.SourceError) as caught:
        finish(*paths)
    assert texts() == before
    return str(caught.value)


def texts() -> dict[str, str]:
    return {
        str(path): path.read_text()
        for path in sorted(pathlib.Path().rglob('*'))
        if path.is_file()
    }


def a_draft() -> pathlib.Path:
    """Return the draft of the first file."""
    entry = json.loads(journals()[0].read_text())['entries'][0]
    return pathlib.Path(os.path.dirname(entry['path']), entry['draft'])


OLD = dict.fromkeys(('a.py', 'b.py', 'inner/c.py'), 'old')
NEW = dict.fromkeys((*OLD, 'd.py'), 'new')


# --- what an interrupted run has left


def test_a_run_that_replaced_a_file_is_finished(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kill(monkeypatch, 2)
    assert finish() == Finished(('b.py', 'inner/c.py', 'd.py'))
    assert texts() == NEW
    assert journals() == []
    assert finish() == Finished()


def test_a_run_whose_drafts_are_not_complete_is_taken_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kill(monkeypatch, 1)
    a_draft().write_text('ne')
    assert finish() == Finished()
    assert texts() == OLD
    assert journals() == []


def test_a_run_is_taken_back_if_a_file_has_changed_since(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kill(monkeypatch, 1)
    pathlib.Path('b.py').write_text('newer')
    assert finish() == Finished()
    assert texts() == OLD | {'b.py': 'newer'}


def test_a_draft_that_is_gone_is_not_made_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kill(monkeypatch, 1)
    a_draft().unlink()
    assert finish() == Finished()
    assert texts() == OLD


def test_a_directory_that_is_gone_is_not_made_again(
    monkeypatch: pytest.MonkeyPatch, tree: pathlib.Path
) -> None:
    kill(monkeypatch, 2)
    for path in (tree / 'inner').iterdir():
        path.unlink()
    (tree / 'inner').rmdir()
    assert finish() == Finished(('b.py', 'd.py'))


@needs_root
def test_a_file_keeps_its_owner_and_mode(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The run may have been cut off before it gave them to the draft."""
    for name in OLD:
        os.chown(name, 12345, 12346)
        os.chmod(name, 0o4750)
    kill(monkeypatch, 1)
    draft = a_draft()
    os.chown(draft, 0, 0)
    draft.chmod(0o600)
    finish()
    status = os.stat('a.py')
    assert pathlib.Path('a.py').read_text() == 'new'
    assert (status.st_uid, status.st_gid) == (12345, 12346)
    assert status.st_mode & 0o7777 == 0o4750


# --- what it has not left


@pytest.mark.parametrize('kind', ['link', 'dangling', 'pipe', 'directory'])
def test_a_draft_that_is_no_regular_file_is_refused_with_its_name(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    kill(monkeypatch, 1)
    draft = a_draft()
    draft.unlink()
    match kind:
        case 'link':
            draft.symlink_to('a.py')
        case 'dangling':
            draft.symlink_to('none')
        case 'pipe':
            os.mkfifo(draft)
        case 'directory':
            draft.mkdir()
    assert refusal() == (
        f'{draft.name} is not what an interrupted run has left: it is not a '
        f'regular file; nothing is changed. Delete it'
    )
    assert os.path.lexists(draft)


@needs_root
def test_a_draft_of_another_user_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kill(monkeypatch, 1)
    os.chown(a_draft(), 12345, 12345)
    assert 'it belongs to another user' in refusal()


@pytest.mark.parametrize('kind', ['link', 'pipe', 'directory'])
def test_a_file_that_became_something_else_is_refused_with_its_name(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    kill(monkeypatch, 1)
    os.unlink('b.py')
    match kind:
        case 'link':
            os.symlink('a.py', 'b.py')
        case 'pipe':
            os.mkfifo('b.py')
        case 'directory':
            os.mkdir('b.py')
    assert refusal().startswith('b.py cannot be read: it is not a regular')


def test_a_directory_that_became_a_link_is_refused_with_its_name(
    monkeypatch: pytest.MonkeyPatch, tree: pathlib.Path
) -> None:
    kill(monkeypatch, 1)
    (tree / 'inner').rename(tree.parent / 'outside')
    (tree / 'inner').symlink_to(tree.parent / 'outside')
    assert refusal().startswith('inner/c.py cannot be read: ')


def test_a_run_is_finished_with_its_own_paths_alone(
    monkeypatch: pytest.MonkeyPatch, tree: pathlib.Path
) -> None:
    (tree / 'setup.cfg').touch()
    kill(monkeypatch, 2, '.')
    assert refusal('inner') == (
        'an earlier run was interrupted before it wrote b.py, which is '
        'outside of the given paths; nothing is changed. Give its paths: .'
    )
    finish('.')
    (tree / 'setup.cfg').unlink()
    assert texts() == NEW


def test_a_run_in_two_trees_is_finished_in_both(
    monkeypatch: pytest.MonkeyPatch, tree: pathlib.Path
) -> None:
    for name in ('one', 'two'):
        (tree / name).mkdir()
        (tree / name / 'setup.cfg').touch()
        (tree / name / 'a.py').write_text('old')
    changed = [
        Change(f'{name}/a.py', b'old', b'new') for name in ('one', 'two')
    ]
    monkeypatch.setattr(sys.modules[__name__], 'CHANGES', changed)
    kill(monkeypatch, 3, 'one', 'two')
    assert len(journals()) == 2
    assert 'Give its paths: one two' in refusal('one')
    assert finish('two') == Finished(('two/a.py',))
    assert finish('one') == Finished()
    assert journals() == []


# --- journals that no run has written


@pytest.mark.parametrize(
    'data',
    [
        b'',
        b'hello',
        b'{',
        b'\0' * 64,
        b'[]',
        b'null',
        b'{}',
        b'[' * 200_000,
        '{"paths": [], "entries": []}'.encode('utf-16'),
        b'{"paths": [], "entries": [], "more": 1}',
        b'{"paths": [1], "entries": []}',
        b'{"paths": [], "entries": {}}',
    ],
)
def test_what_is_no_journal_is_refused_with_its_name(
    monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    journal = kill(monkeypatch, 1)
    journal.write_bytes(data)
    assert refusal() == (
        f'{journal}: it is not a journal; nothing is changed. It is the '
        f'journal of an interrupted run; delete it'
    )


@pytest.mark.parametrize(
    'changed',
    [
        {'path': 'a.py'},
        {'path': '{tree}/../../theirs'},
        {'path': '{tree}/inner/../a.py'},
        {'path': '/{tree}//a.py'},
        {'path': '{tree}/a\0b'},
        {'path': 1},
        {'path': None},
        {'draft': '../.workarounds.0123456789abcdef'},
        {'draft': 'a.py'},
        {'draft': '.workarounds.0123456789abcdef\n'},
        {'draft': '.workarounds.0123456789ABCDEF'},
        {'draft': None},
        {'before': 'x'},
        {'before': True},
        {'after': None},
        {'after': 'x'},
        {'more': 1},
    ],
    ids=str,
)
def test_an_entry_that_no_run_writes_is_refused(
    monkeypatch: pytest.MonkeyPatch,
    tree: pathlib.Path,
    changed: dict[str, object],
) -> None:
    journal = kill(monkeypatch, 1)
    record = json.loads(journal.read_text())
    for name, value in changed.items():
        filled = value.format(tree=tree) if isinstance(value, str) else value
        record['entries'][1][name] = filled
    journal.write_text(json.dumps(record))
    assert 'it has an entry that no run writes; nothing is cha' in refusal()


def test_a_file_outside_is_not_written(
    monkeypatch: pytest.MonkeyPatch, tree: pathlib.Path
) -> None:
    journal = kill(monkeypatch, 1)
    theirs = tree.parent / 'theirs.py'
    theirs.write_text('old')
    record = json.loads(journal.read_text())
    entry = record['entries'][0]
    a_draft().rename(tree.parent / entry['draft'])
    entry['path'] = str(theirs)
    journal.write_text(json.dumps(record))
    assert 'which is outside of the given paths' in refusal()
    assert theirs.read_text() == 'old'


@pytest.mark.parametrize('kind', ['link', 'pipe', 'directory', 'large'])
def test_a_journal_is_a_regular_file_of_some_size(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    journal = kill(monkeypatch, 1)
    copy = journal.with_suffix('.copy')
    journal.rename(copy)
    match kind:
        case 'link':
            journal.symlink_to(copy)
        case 'pipe':
            os.mkfifo(journal)
        case 'directory':
            journal.mkdir()
        case 'large':
            journal.touch()
            os.truncate(journal, 1024**3)
    said = 'larger than 64 MiB' if kind == 'large' else 'not a regular file'
    assert f'{journal}: it is {said}' in refusal()


@needs_root
def test_a_journal_of_another_user_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journal = kill(monkeypatch, 1)
    os.chown(journal, 12345, 12345)
    assert f'{journal}: it belongs to another user' in refusal()


# --- where it is kept


def test_only_the_user_can_read_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path
) -> None:
    mask = os.umask(0)
    try:
        directory = kill(monkeypatch, 1).parent
    finally:
        os.umask(mask)
    assert directory == tmp_path / 'state/workarounds/retire'
    for made in (directory, directory.parent, directory.parent.parent):
        assert made.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize('given', ['', 'relative', None])
def test_it_is_below_home_unless_a_directory_is_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path, given: str | None
) -> None:
    monkeypatch.setenv('HOME', str(tmp_path / 'home'))
    monkeypatch.delenv('XDG_STATE_HOME')
    if given is not None:
        monkeypatch.setenv('XDG_STATE_HOME', given)
    with writer.open_writer(['.']):
        pass
    kept = tmp_path / 'home/.local/state/workarounds/retire'
    assert list(kept.iterdir()) == []


@contextlib.contextmanager
def refused_with(said: str) -> Iterator[None]:
    with pytest.raises(exceptions.SourceError, match=said):
        yield


@pytest.mark.parametrize('home', ['tree', 'tree/inner', 'link'])
def test_a_directory_in_the_tree_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path, home: str
) -> None:
    (tmp_path / 'link').symlink_to('tree/inner')
    monkeypatch.setenv('XDG_STATE_HOME', str(tmp_path / home))
    with (
        refused_with('it is inside of .*; set XDG_STATE_HOME'),
        writer.open_writer(['.']),
    ):
        pytest.fail('it is not refused')
    assert texts() == OLD


@pytest.mark.parametrize('name', ['workarounds', 'workarounds/retire'])
@pytest.mark.parametrize('kind', ['open', 'link', 'file', 'theirs'])
def test_a_directory_that_others_can_change_is_refused(
    tmp_path: pathlib.Path, name: str, kind: str
) -> None:
    directory = tmp_path / 'state' / name
    directory.parent.mkdir(parents=True, mode=0o700)
    (tmp_path / 'other').mkdir()
    said = 'is not a directory'
    match kind:
        case 'link':
            directory.symlink_to(tmp_path / 'other')
        case 'file':
            directory.touch()
        case 'open':
            directory.mkdir()
            directory.chmod(0o770)
            said = r'is open to other users \(chmod 700\)'
        case 'theirs':
            if os.geteuid() != 0:
                pytest.skip('only root may give files away')
            directory.mkdir(mode=0o700)
            os.chown(directory, 12345, 12345)
            said = 'belongs to another user'
    if kind == 'file' and name == 'workarounds':
        said = 'Not a directory'
    with refused_with(said), writer.open_writer(['.']):
        pytest.fail('it is not refused')


# --- two runs at once


def test_a_second_run_is_refused_with_who_holds_the_lock(
    tree: pathlib.Path,
) -> None:
    """Whichever paths it has of the same project."""
    (tree / 'setup.cfg').touch()
    with writer.open_writer(['inner']):
        held = (
            rf'process {os.getpid()}, since \d{{4}}-\d\d-\d\d '
            rf'\d\d:\d\d:\d\d[+-]\d\d:\d\d, is writing to {tree}; nothing is'
        )
        for paths in (['.'], ['inner/c.py'], ['a.py', 'b.py']):
            with refused_with(held), writer.open_writer(paths):
                pytest.fail('it is not refused')
    with writer.open_writer(['.']):
        pass


def test_runs_in_different_trees_do_not_meet(tree: pathlib.Path) -> None:
    (tree / 'inner/setup.cfg').touch()
    with writer.open_writer(['inner']), writer.open_writer(['.']):
        pass


def test_the_projects_of_a_repository_are_one_tree(
    tree: pathlib.Path,
) -> None:
    (tree / '.git').mkdir()
    (tree / 'inner/setup.cfg').touch()
    with (
        writer.open_writer(['inner']),
        refused_with(f'is writing to {tree}; nothing'),
        writer.open_writer(['a.py']),
    ):
        pytest.fail('it is not refused')


def test_a_lock_of_a_process_that_was_killed_does_not_count() -> None:
    code = (
        'import os, signal\n'
        'from workarounds.retire import writer\n'
        'with writer.open_writer(["."]):\n'
        '    os.kill(os.getpid(), signal.SIGKILL)\n'
    )
    done = subprocess.run([sys.executable, '-c', code], check=False)
    assert done.returncode == -9
    state = pathlib.Path(os.environ['XDG_STATE_HOME'], 'workarounds/retire')
    assert [path.suffix for path in state.iterdir()] == ['.lock']
    with writer.open_writer(['.']):
        pass
    assert list(state.iterdir()) == []


#: Is killed before a certain call of the operating system, and each time is
#: followed by a run that is not killed.
KILLED = """
import os
import pathlib
import signal
import sys

from tests.functional import test_retire_interrupted as cases
from workarounds.retire import writer

def write():
    with writer.open_writer(['.']) as opened:
        opened.finish_interrupted()
        changes = [
            change for change in cases.CHANGES[1:]
            if not os.path.exists(change.path)
            or pathlib.Path(change.path).read_bytes() != change.after
        ]
        opened.write(changes)

def count(frame, event, argument):
    global left
    if event == 'c_call' and (
        argument.__module__ in ('posix', 'fcntl')
        or type(argument.__self__).__module__ == '_io'
    ):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

# What is written stays after a kill, if not after a power cut.
os.fsync = lambda descriptor: None
number, status, mixed = 0, None, 0
while status != 0:
    number += 1
    for name in cases.OLD:
        pathlib.Path(name).write_text('old')
    pathlib.Path('d.py').unlink(missing_ok=True)
    child = os.fork()
    if child == 0:
        left = number
        sys.setprofile(count)
        write()
        sys.setprofile(None)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    seen = {
        name: text for name, text in cases.texts().items()
        if not os.path.basename(name).startswith(('.workarounds.', 'a.py'))
    }
    assert all(text in ('old', 'new') for text in seen.values()), seen
    mixed += len(set(seen.values())) > 1
    write()
    assert cases.texts() == cases.NEW | {'a.py': 'old'}, number
    state = pathlib.Path(os.environ['XDG_STATE_HOME'], 'workarounds/retire')
    assert list(state.iterdir()) == [], number
print(number, mixed)
"""


def test_a_run_that_was_killed_anywhere_leaves_no_draft_to_the_next() -> None:
    root = pathlib.Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, '-c', KILLED],
        check=False,
        capture_output=True,
        env={**os.environ, 'PYTHONPATH': str(root)},
        text=True,
        timeout=300,
    )
    assert done.stderr == ''
    kills, mixed = map(int, done.stdout.split())
    assert kills > 200
    assert mixed > 20
