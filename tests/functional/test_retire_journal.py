# SPDX-License-Identifier: Apache-2.0
"""``workarounds retire`` obeys a journal only if a run has written it."""

import hashlib
import json
import os
import pathlib
import signal
import stat
from typing import Any

import pytest

from tests.functional import command_line
from tests.functional import retiring
from workarounds import cli

JOURNAL = '.workarounds.retire.json'
RETIRE = ('retire', 'fsync', '.', '--write')
CURE = (
    '; nothing is changed. Delete this file, or give the paths of the '
    'interrupted run\n'
)

SHAPE = 'has an entry whose fields are not draft, path and before'
OUTSIDE = 'entry 2: the path is outside of the given paths'
INDIRECT = 'entry 2: the path is relative, or goes through a link'
NO_FILE = 'entry 2: the path is not of a regular file'
NOT_BESIDE = 'entry 2: the draft is not a temporary file beside the path'
TWICE = 'names a file twice'

#: What differs from an entry that could be obeyed, and what is said.
BAD_ENTRIES: dict[str, tuple[dict[str, object], str]] = {
    # Files that are not below the paths.
    'a file to delete': (
        {'draft': '{out}/theirs.py', 'path': '{here}/none', 'before': None},
        NOT_BESIDE,
    ),
    'a new file outside': (
        {'draft': '{out}/.workarounds.abcdefgh', 'path': '{out}/new.py'},
        OUTSIDE,
    ),
    'a file outside': (
        {'draft': '{out}/.workarounds.abcdefgh', 'path': '{out}/theirs.py'},
        OUTSIDE,
    ),
    'a new note outside': (
        {
            'draft': '{out}/.workarounds.abcdefgh',
            'path': f'{{out}}/retire-fsync-{"0" * 16}.yaml',
        },
        OUTSIDE,
    ),
    'a directory whose name begins the same': (
        {
            'draft': '{out}/project.d/.workarounds.abcdefgh',
            'path': '{out}/project.d/theirs.py',
        },
        OUTSIDE,
    ),
    'two dots': ({'path': '{here}/../../theirs.py'}, INDIRECT),
    'two dots that lead back': ({'path': '{here}/../flushing/a'}, INDIRECT),
    'two slashes': ({'path': '/{here}/direct.py'}, INDIRECT),
    'a relative path': ({'path': 'flushing/direct.py'}, INDIRECT),
    'an empty path': ({'path': ''}, INDIRECT),
    'a linked directory': (
        {
            'draft': '{here}/linked/.workarounds.abcdefgh',
            'path': '{here}/linked/theirs.py',
        },
        INDIRECT,
    ),
    'a link': ({'path': '{here}/link.py'}, INDIRECT),
    'a dangling link': ({'path': '{here}/dangling.py'}, INDIRECT),
    # What cannot be rewritten.
    'a directory': ({'path': '{here}/tests'}, NO_FILE),
    'a pipe': ({'path': '{here}/pipe'}, NO_FILE),
    'a file as a directory': (
        {
            'draft': '{here}/name.py/.workarounds.abcdefgh',
            'path': '{here}/name.py/a',
        },
        'entry 2: Not a directory',
    ),
    'a name that is too long': (
        {'path': '{here}/' + 'a' * 300},
        'entry 2: File name too long',
    ),
    # Drafts that no run has made.
    'a draft elsewhere': (
        {'draft': '{here}/tests/.workarounds.abcdefgh'},
        NOT_BESIDE,
    ),
    'a relative draft': ({'draft': '.workarounds.abcdefgh'}, NOT_BESIDE),
    'a draft with two dots': (
        {'draft': '{here}/tests/../.workarounds.abcdefgh'},
        NOT_BESIDE,
    ),
    'a draft with two slashes': (
        {'draft': '{here}//.workarounds.abcdefgh'},
        NOT_BESIDE,
    ),
    'a draft with the name of another file': (
        {'draft': '{here}/calling.py'},
        NOT_BESIDE,
    ),
    'a draft with the name of a journal': (
        {'draft': f'{{here}}/{JOURNAL}'},
        NOT_BESIDE,
    ),
    'a draft with a line end': (
        {'draft': '{here}/.workarounds.abcdefgh\n'},
        NOT_BESIDE,
    ),
    'a draft that is a link': (
        {'draft': '{here}/.workarounds.softlink'},
        'entry 2: the draft is not a regular file',
    ),
    'a draft that is a dangling link': (
        {'draft': '{here}/.workarounds.dangling'},
        'entry 2: the draft is not a regular file',
    ),
    'a draft that is a hard link': (
        {'draft': '{here}/.workarounds.hardlink'},
        'entry 2: the draft has another name, as a hard link',
    ),
    'a draft that is a directory': (
        {'draft': '{here}/.workarounds.a_folder'},
        'entry 2: the draft is not a regular file',
    ),
    'a draft that is a pipe': (
        {'draft': '{here}/.workarounds.one_pipe'},
        'entry 2: the draft is not a regular file',
    ),
    # One file for two.
    'the draft of another file': (
        {'draft': '{here}/.workarounds.12345678'},
        TWICE,
    ),
    'a path again': ({'path': '{here}/asking.py'}, TWICE),
    'a draft as a path': ({'path': '{here}/.workarounds.12345678'}, TWICE),
    # Neither a name nor a hash.
    'a null byte in a path': (
        {'path': '{here}/a\0b'},
        # The rest is Python's, and not the same in each version.
        'entry 2: ',
    ),
    'a null byte in a draft': (
        {'draft': '{here}/.workarounds.abcdefg\0'},
        NOT_BESIDE,
    ),
    'half a letter': (
        {'path': '{here}/\ud800'},
        "entry 2: 'utf-8' codec can't encode character '\\ud800' in position",
    ),
    'a path that is a number': ({'path': 1}, SHAPE),
    'a path that is a list': ({'path': ['{here}/direct.py']}, SHAPE),
    'a draft that is nothing': ({'draft': None}, SHAPE),
    'a hash that is true': ({'before': True}, SHAPE),
    'a hash that is short': ({'before': 'x'}, SHAPE),
    'a hash with a line end': ({'before': '0' * 64 + '\n'}, SHAPE),
    'one field more': ({'after': None}, SHAPE),
}

#: Texts that are not a journal.
BAD_TEXTS = {
    'words': (b'hello', 'is not valid JSON'),
    'another start': (b'{', 'is not valid JSON'),
    'an end too many': (b'[{"draft": "a"}]]', 'is not valid JSON'),
    'zero bytes': (b'\0' * 64, 'is not valid JSON'),
    'not UTF-8': (b'["\xe9"]', "'utf-8' codec can't decode byte 0xe9"),
    'UTF-16': ('[]'.encode('utf-16'), "'utf-8' codec can't decode byte"),
    'nested': (b'[' * 200_000 + b']' * 200_000, 'is not valid JSON'),
    'large': (b'[' + b' ' * 8 * 1024**2 + b']', 'is larger than 8 MiB'),
    'a number': (b'1', 'is not a list'),
    'nothing': (b'null', 'is not a list'),
    'an object': (b'{"draft": "a"}', 'is not a list'),
    'a list of numbers': (b'[1]', SHAPE),
    'a list of lists': (b'[[]]', SHAPE),
    'an entry without fields': (b'[{}]', SHAPE),
    'an entry without a hash': (b'[{"draft": "a", "path": "b"}]', SHAPE),
}


@pytest.fixture
def project(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    """Make the project the working directory."""
    root = tmp_path / 'project'
    retiring.make(root)
    monkeypatch.chdir(root)
    return root


def entry(path: object, draft: str) -> dict[str, Any]:
    """Describe a file as a run does."""
    before = None
    if isinstance(path, str) and os.path.isfile(path):
        before = hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()
    return {'draft': draft, 'path': path, 'before': before}


def plant(project: pathlib.Path) -> None:
    """Write a journal that can be obeyed."""
    draft = project / 'flushing/.workarounds.abcdefgh'
    draft.write_bytes(b'finished = True\n')
    one = entry(f'{project}/flushing/__init__.py', str(draft))
    (project / JOURNAL).write_text(json.dumps([one]))


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


def refusal(root: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return why a run is refused, which must not change anything."""
    before = seen(root.parent)
    code = cli.main(RETIRE)
    assert seen(root.parent) == before
    out, err = capsys.readouterr()
    assert (code, out) == (2, ''), err
    # It is said in one line, without what a terminal would obey.
    assert err.removesuffix('\n').isprintable()
    start = f'workarounds: {JOURNAL}: '
    assert err.startswith(start)
    assert err.endswith(CURE)
    return err[len(start) : -len(CURE)]


# --- journals that no run has written


@pytest.mark.parametrize(
    ('changed', 'said'), BAD_ENTRIES.values(), ids=BAD_ENTRIES
)
def test_an_entry_that_no_run_writes_is_refused_with_all_others(
    project: pathlib.Path,
    capsys: pytest.CaptureFixture[str],
    changed: dict[str, object],
    said: str,
) -> None:
    here, out = project / 'flushing', project.parent
    planted = b'planted'
    drafts = ('flushing/.workarounds.12345678', 'flushing/name.py')
    retiring.make(project, dict.fromkeys(drafts, planted))
    for directory in (out, here, here / 'tests', out / 'project.d'):
        retiring.make(
            directory, {'.workarounds.abcdefgh': planted, 'theirs.py': b'own'}
        )
    (here / 'linked').symlink_to(out / 'project.d')
    (here / 'link.py').symlink_to('direct.py')
    (here / 'dangling.py').symlink_to(out / 'none')
    (here / '.workarounds.softlink').symlink_to(out / 'theirs.py')
    (here / '.workarounds.dangling').symlink_to(out / 'none')
    (here / '.workarounds.hardlink').hardlink_to(out / 'theirs.py')
    (here / '.workarounds.a_folder').mkdir()
    os.mkfifo(here / '.workarounds.one_pipe')
    os.mkfifo(here / 'pipe')

    good = entry(f'{here}/asking.py', f'{here}/.workarounds.12345678')
    filled = {
        name: value.format(here=here, out=out)
        if isinstance(value, str)
        else value
        for name, value in changed.items()
    }
    bad = entry(
        filled.get('path', f'{here}/direct.py'),
        f'{here}/.workarounds.abcdefgh',
    )
    (project / JOURNAL).write_text(json.dumps([good, bad | filled]))
    assert refusal(project, capsys).startswith(said)


@pytest.mark.parametrize(('data', 'said'), BAD_TEXTS.values(), ids=BAD_TEXTS)
def test_a_text_that_is_no_journal_is_refused(
    project: pathlib.Path,
    capsys: pytest.CaptureFixture[str],
    data: bytes,
    said: str,
) -> None:
    (project / JOURNAL).write_bytes(data)
    assert refusal(project, capsys).startswith(said)


@pytest.mark.parametrize('kind', ['link', 'dangling', 'directory', 'pipe'])
def test_what_is_no_regular_file_is_no_journal(
    project: pathlib.Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    journal = project / JOURNAL
    if kind == 'directory':
        journal.mkdir()
    elif kind == 'pipe':
        os.mkfifo(journal)
    else:
        journal.symlink_to(project.parent / 'journal')
    if kind == 'link':
        (project.parent / 'journal').write_text('[]')
    assert refusal(project, capsys) == 'is not a regular file'


def test_a_journal_with_two_names_is_refused(
    project: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / JOURNAL).write_text('[]')
    (project.parent / 'journal').hardlink_to(project / JOURNAL)
    said = refusal(project, capsys)
    assert said == 'has another name, as a hard link'


@pytest.mark.skipif(os.geteuid() != 0, reason='only root may give files away')
@pytest.mark.parametrize(
    ('given', 'said'),
    [
        (JOURNAL, 'belongs to another user'),
        (
            'flushing/.workarounds.abcdefgh',
            'entry 1: the draft belongs to another user',
        ),
    ],
)
def test_what_another_user_has_made_is_refused(
    project: pathlib.Path,
    capsys: pytest.CaptureFixture[str],
    given: str,
    said: str,
) -> None:
    plant(project)
    os.chown(project / given, 12345, 12345)
    assert refusal(project, capsys) == said


def test_a_run_without_write_leaves_a_journal_alone(
    project: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(project / JOURNAL)
    before = seen(project)
    assert cli.main(('retire', 'fsync', '.')) == 0
    assert 'an earlier run was interrupted while' in capsys.readouterr().err
    assert seen(project) == before


# --- journals that a run may have written


def test_an_entry_that_a_run_may_write_is_obeyed(
    project: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that what is refused above is refused for its own reason."""
    plant(project)
    assert cli.main(RETIRE) == 0
    err = capsys.readouterr().err
    assert err.startswith(
        'flushing/__init__.py: written, to finish an earlier run'
    )
    text = (project / 'flushing/__init__.py').read_text()
    assert text == 'finished = True\n'
    assert retiring.drafts(project) == []


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
@pytest.mark.parametrize('is_good', [True, False])
def test_a_wrong_command_is_refused_before_a_journal_is_read(
    project: pathlib.Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    is_good: bool,
) -> None:
    if is_good:
        plant(project)
    else:
        os.mkfifo(project / JOURNAL)
    before = seen(project)
    try:
        code: object = cli.main(('retire', *arguments))
    except SystemExit as error:
        code = error.code
    assert code == 2
    assert JOURNAL not in capsys.readouterr().err
    assert seen(project) == before


def kill(number: int, *arguments: object) -> None:
    """Kill a run when it puts a certain file in its place."""
    killed = command_line.run_python(
        retiring.KILLED, 'replace', number, 'retire', 'fsync', *arguments
    )
    assert killed.returncode == -signal.SIGKILL


@pytest.mark.parametrize('path', ['flushing', '../link'])
def test_a_run_is_finished_with_its_own_paths(
    project: pathlib.Path, path: str
) -> None:
    """The note that it writes first is outside of them."""
    (project.parent / 'link').symlink_to('project/flushing')
    old = retiring.tree(project)
    assert retiring.retire(path, '--write').returncode == 0
    new = retiring.tree(project)
    retiring.restore(project, old)

    kill(1, path, '--write')
    before = seen(project)
    done = retiring.retire('flushing/workarounds.py', '--write')
    assert done.returncode == 2
    assert b': the path is outside of the given paths' in done.stderr
    assert seen(project) == before

    done = retiring.retire(path, '--write')
    assert done.returncode == 0, done.stderr
    assert done.stderr.count(b': written, to finish an earlier run') == 6
    assert retiring.tree(project) == new


def test_a_link_that_is_named_is_finished(project: pathlib.Path) -> None:
    (project.parent / 'theirs.py').write_bytes(retiring.DIRECT)
    (project / 'link.py').symlink_to('../theirs.py')
    kill(1, 'flushing', 'link.py', '--write')
    assert (project.parent / 'theirs.py').read_bytes() == retiring.DIRECT
    done = retiring.retire('flushing', 'link.py', '--write')
    assert done.returncode == 0, done.stderr
    assert b'CONF.' not in (project.parent / 'theirs.py').read_bytes()
    assert (project / 'link.py').is_symlink()


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
