# SPDX-License-Identifier: Apache-2.0
"""``workarounds retire`` on a small project, as a user runs it."""

import os
import pathlib
import re
import shutil
import stat
import subprocess

import pytest

from tests.functional import command_line
from tests.functional import retiring
from workarounds.cli import progress

#: Commands that apply a patch in the working directory.
PROGRAMS = [
    pytest.param(
        command,
        id=command[0],
        marks=pytest.mark.skipif(
            not shutil.which(command[0]) and 'CI' not in os.environ,
            reason=f'{command[0]} is not installed',
        ),
    )
    for command in (['git', 'apply'], ['patch', '-p1', '--batch'])
]


@pytest.fixture
def project(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    """Make the project the working directory."""
    root = tmp_path / 'project'
    retiring.make(root)
    monkeypatch.chdir(root)
    # A repository around the project must not matter.
    monkeypatch.setenv('GIT_CEILING_DIRECTORIES', str(tmp_path))
    return root


def read(name: str) -> str:
    return pathlib.Path(name).read_text()


# --- the patch, and writing


def test_without_write_nothing_is_changed(project: pathlib.Path) -> None:
    before = retiring.tree(project)
    done = retiring.retire('.')
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b'--- a/flushing/')
    assert retiring.tree(project) == before


def test_progress_is_shown_for_each_rewritten_file(
    project: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[int, int]] = []

    def show(_: progress.Progress, done: int, files: int) -> None:
        shown.append((done, files))

    monkeypatch.setattr(progress.Progress, '__call__', show)
    retiring.retire('.')
    # Files that are read, then those that change: one has a caller only.
    assert shown[:10] == [*((number, 9) for number in range(1, 10)), (0, 4)]
    assert shown[10:] == sorted(shown[10:])
    assert shown[-1] == (4, 5)


def test_write_changes_all_that_has_to_do_with_it(
    project: pathlib.Path,
) -> None:
    before = retiring.tree(project)
    done = retiring.retire('.', '--write')
    assert (done.returncode, done.stdout) == (0, b''), done.stderr
    after = retiring.tree(project)
    [note] = after.keys() - before.keys()
    assert note.startswith('releasenotes/notes/retire-fsync-')
    changed = [name for name in before if after[name] != before[name]]
    assert changed == retiring.CHANGED
    assert after['flushing/calling.py'] == (
        b'def convert(image):\n    return image\n'
    )
    assert after['flushing/asking.py'] == (
        b"def name():\n    return 'flushing'\n"
    )
    assert after['flushing/direct.py'] == (
        b'#!/usr/bin/env python3\ndef main(CONF, image):\n    return image\n'
    )
    assert after['flushing/tests/test_calling.py'] == (
        b'class TestConvert:\n    def test_as_it_is(self):\n'
        b'        assert convert(1) == 1\n'
    )
    assert b'RemovedWorkaround(' in after['flushing/workarounds.py']
    assert b"removed_in='5.0.0'" in after['flushing/workarounds.py']


def test_a_submodule_is_another_project(project: pathlib.Path) -> None:
    submodule = project / 'flushing/submodule'
    submodule.mkdir()
    # git add refuses it, so that no case of tests/retire_cases can have it.
    (submodule / '.git').write_text('gitdir: ../../.git/modules/submodule\n')
    source = submodule / 'direct.py'
    shutil.copy(project / 'flushing/direct.py', source)
    before = source.read_bytes()
    done = retiring.retire('.', '--write')
    assert done.returncode == 1
    assert b'flushing/submodule is another project; give that' in done.stderr
    assert source.read_bytes() == before
    retiring.retire('.', 'flushing/submodule', '--write')
    assert source.read_bytes() == (project / 'flushing/direct.py').read_bytes()


def test_every_file_that_was_written_is_named(project: pathlib.Path) -> None:
    before = retiring.tree(project)
    done = retiring.retire('.', '--write')
    written = [
        os.path.relpath(name)
        for name in re.findall('^(.*): written$', done.stderr.decode(), re.M)
    ]
    after = retiring.tree(project)
    assert written == sorted(
        name for name in after if after[name] != before.get(name)
    )


def test_a_second_run_changes_nothing(project: pathlib.Path) -> None:
    retiring.retire('.', '--write')
    after = retiring.tree(project)
    done = retiring.retire('.', '--write')
    assert (done.returncode, done.stdout) == (0, b'')
    assert retiring.tree(project) == after
    done = retiring.retire('.')
    assert (done.returncode, done.stdout) == (0, b'')
    assert done.stderr == b'workarounds: nothing would change\n'


@pytest.mark.parametrize(
    'options', [[], ['--keep-behaviour'], ['--reason', 'It was fixed.']]
)
def test_no_draft_is_left(project: pathlib.Path, options: list[str]) -> None:
    retiring.retire('.', '--write', *options)
    assert retiring.drafts(project) == []


@pytest.mark.parametrize('program', PROGRAMS)
def test_the_patch_does_what_write_does(
    project: pathlib.Path, program: list[str]
) -> None:
    _check_patch(project, program, '.')


EXTRA: dict[str, bytes] = {
    'latin_1.py': b'# -*- coding: latin-1 -*-\nimport workarounds\n\n\n'
    b"def f(x):\n    if workarounds.enabled('fsync'):\n        x('\xe9')\n"
    b"    return '\xe9'\n",
    'crlf.py': b'import workarounds\r\n\r\n\r\ndef f(x):\r\n'
    b"    if workarounds.enabled('fsync'):\r\n        x()\r\n"
    b'    return x\r\n',
    'no_end.py': b'import workarounds\n\n\ndef f(x):\n'
    b"    if workarounds.enabled('fsync'):\n        x()\n    return x",
    'end_goes.py': b'import workarounds\n\n\ndef f(x):\n    x()\n'
    b"    if workarounds.enabled('fsync'):\n        x()",
    'all_goes.py': b'import workarounds\n'
    b"if workarounds.enabled('fsync'):\n    print(1)\n",
    'a blank.py': b'import workarounds\n\n\ndef f(x):\n'
    b"    if workarounds.enabled('fsync'):\n        x()\n    return x\n",
    'caf\xe9.py': 'import workarounds\n\n\ndef f(x):\n    # \u2192\n'
    "    if workarounds.enabled('fsync'):\n        x('\U0001f600')\n"
    '    return x\n'.encode(),
    'form_feed.py': b'import workarounds\n\x0c\n\ndef f(x):\n'
    b"    if workarounds.enabled('fsync'):\n        x()\n"
    b"    return '\x0c\x1c\xc2\x85'\n",
}


@pytest.mark.parametrize('program', PROGRAMS)
@pytest.mark.parametrize('name', EXTRA)
def test_the_patch_of_an_odd_file_does_what_write_does(
    project: pathlib.Path, name: str, program: list[str]
) -> None:
    # The note has a test of its own, see above.
    shutil.rmtree(project / 'releasenotes')
    retiring.make(project, {f'flushing/{name}': EXTRA[name]})
    _check_patch(project, program, 'flushing')


@pytest.mark.parametrize('program', PROGRAMS)
@pytest.mark.parametrize(
    'path', ['./flushing', 'flushing/', '{root}', '{root}/flushing/']
)
def test_the_patch_fits_however_the_path_is_written(
    project: pathlib.Path, path: str, program: list[str]
) -> None:
    # As above.
    shutil.rmtree(project / 'releasenotes')
    _check_patch(project, program, path.format(root=project))


def _check_patch(project: pathlib.Path, program: list[str], path: str) -> None:
    before = retiring.tree(project)
    done = retiring.retire(path)
    assert done.returncode == 0, done.stderr
    retiring.retire(path, '--write')
    written = retiring.tree(project)
    retiring.restore(project, before)
    applied = subprocess.run(
        program, input=done.stdout, capture_output=True, check=False
    )
    assert applied.returncode == 0, applied.stdout + applied.stderr
    assert retiring.tree(project) == written


@pytest.mark.parametrize('encoding', ['ascii', 'latin-1', 'utf-8'])
def test_the_patch_is_the_same_in_every_locale(
    project: pathlib.Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    name = 'caf\xe9.py'
    retiring.make(project, {f'flushing/{name}': EXTRA[name]})
    monkeypatch.setenv('PYTHONIOENCODING', encoding)
    done = retiring.retire('.')
    assert '\n-    # \u2192\n'.encode() in done.stdout
    assert f'\n+++ b/flushing/{name}\n'.encode() in done.stdout


def test_a_terminal_however_narrow_gets_whole_lines_without_colours(
    project: pathlib.Path,
) -> None:
    code, shown = command_line.run_in_terminal(
        'retire', 'fsync', '.', columns=20
    )
    assert code == 0
    plain = retiring.retire('.').stdout.decode()
    assert max(map(len, plain.splitlines())) > 20
    assert plain in shown
    assert not command_line.COLOUR.search(shown)


def test_whoever_has_seen_enough_may_go(project: pathlib.Path) -> None:
    # More than a pipe holds.
    lines = b'        x(12345678901234567890)\n' * 3000
    text = EXTRA['all_goes.py'].replace(b'    print(1)\n', lines)
    retiring.make(project, {'flushing/long.py': text})
    with subprocess.Popen(
        [command_line.tool('workarounds'), 'retire', 'fsync', '.'],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=command_line.environment(),
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stdout.readline().startswith(b'--- a/')
        child.stdout.close()
        assert child.stderr.read() == b''
        # 141 is what a shell says of a command whose pipe was closed.
        assert child.wait(command_line.PATIENCE) in (0, 141)


# --- check, and what is kept


def test_check_says_whether_something_would_change(
    project: pathlib.Path,
) -> None:
    before = retiring.tree(project)
    assert retiring.retire('.', '--check').returncode == 1
    assert retiring.tree(project) == before
    retiring.retire('.', '--write')
    assert retiring.retire('.', '--check').returncode == 0


def test_check_and_write_exclude_each_other(project: pathlib.Path) -> None:
    before = retiring.tree(project)
    done = retiring.retire('.', '--check', '--write')
    assert done.returncode == 2
    assert b'not allowed with' in done.stderr
    assert retiring.tree(project) == before


@pytest.mark.parametrize('bits', [0o755, 0o640, 0o664, 0o600])
def test_a_file_keeps_its_mode(project: pathlib.Path, bits: int) -> None:
    path = project / 'flushing/direct.py'
    path.chmod(bits)
    retiring.retire('.', '--write')
    assert path.read_bytes() != retiring.DIRECT
    assert stat.S_IMODE(path.stat().st_mode) == bits


def test_a_script_without_a_suffix_is_rewritten_or_reported_of(
    project: pathlib.Path,
) -> None:
    script = project / 'bin/flush'
    text = (
        b'#!/usr/bin/env python3\nimport workarounds\n\n'
        b"print('a')\nif workarounds.enabled('fsync'):\n    print('b')\n"
    )
    retiring.make(project, {'bin/flush': text})
    script.chmod(0o755)
    done = retiring.retire('.', '--write')
    if script.read_bytes() == text:
        assert done.returncode == 1
        assert b'bin/flush:5: ' in done.stderr
        assert read('flushing/workarounds.py').encode() == retiring.DECLARED
    else:
        assert b'workarounds' not in script.read_bytes()
        assert stat.S_IMODE(script.stat().st_mode) == 0o755


def test_behaviour_can_be_kept(project: pathlib.Path) -> None:
    done = retiring.retire('.', '--keep-behaviour', '--write')
    assert done.returncode == 1
    assert b'test_as_it_is is removed' in done.stderr
    assert read('flushing/calling.py') == (
        'def convert(image):\n    image.flush()\n    return image\n'
    )
    assert read('flushing/direct.py') == (
        '#!/usr/bin/env python3\ndef main(CONF, image):\n'
        '    # It may be in memory only.\n    image.flush()\n'
        '    return image\n'
    )
    assert read('flushing/tests/test_calling.py') == (
        'class TestConvert:\n    pass\n'
    )


# --- the name, and the version


@pytest.mark.parametrize(
    ('name', 'cure'),
    [
        ('fsynk', 'did you mean fsync?'),
        ('wholly_different', 'declare it in the paths, or name its catalogue'),
    ],
)
def test_an_unknown_name_is_refused(
    project: pathlib.Path, name: str, cure: str
) -> None:
    before = retiring.tree(project)
    done = retiring.retire('.', '--write', name=name)
    assert (done.returncode, done.stdout) == (2, b'')
    [line] = done.stderr.decode().splitlines()
    assert line.startswith(f'workarounds: no workaround is called {name!r}; ')
    assert cure in line
    assert retiring.tree(project) == before


def test_a_workaround_can_be_named_by_its_option(
    project: pathlib.Path,
) -> None:
    by_name = retiring.retire('.')
    assert retiring.retire('.', name='disable_fsync').stdout == by_name.stdout


def test_a_catalogue_can_say_what_the_paths_do_not(
    project: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The declaration is outside the paths, so it stays, and has no note."""
    retiring.make(
        project,
        {
            'catalogue/theirs.py': (
                project / 'flushing/workarounds.py'
            ).read_bytes()
        },
    )
    (project / 'flushing/workarounds.py').unlink()
    done = subprocess.run(
        [
            *(command_line.tool('workarounds'), '--namespace'),
            *('theirs:DECLARATIONS', 'retire', 'fsync', 'flushing', '--write'),
        ],
        env=command_line.environment(PYTHONPATH='catalogue'),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for name in retiring.CHANGED[:-1]:
        assert 'fsync' not in read(name)
    assert (project / 'catalogue/theirs.py').read_bytes() == retiring.DECLARED
    assert not list(project.glob('releasenotes/notes/retire-fsync-*.yaml'))


TOMBSTONE = b"""\
import workarounds

DECLARATIONS = [
    workarounds.RemovedWorkaround(
        name='fsync',
        options=['disable_fsync'],
        removed_in='4.0.0',
        reason='It was fixed.',
    ),
]
"""


def test_what_a_removed_option_meant_must_be_reported(
    project: pathlib.Path,
) -> None:
    retiring.make(project, {'flushing/workarounds.py': TOMBSTONE})
    done = retiring.retire('.', '--write')
    assert done.returncode == 1
    [line] = [
        line
        for line in done.stderr.decode().splitlines()
        if 'flushing/direct.py:3: ' in line
    ]
    assert line.endswith('give --polarity')
    assert (project / 'flushing/direct.py').read_bytes() == retiring.DIRECT
    # No guess is needed here.
    assert read('flushing/calling.py') == (
        'def convert(image):\n    return image\n'
    )
    assert read('flushing/workarounds.py').encode() == TOMBSTONE


@pytest.mark.parametrize(
    ('polarity', 'left'),
    [
        ('disabled_by', ['    return image']),
        (
            'enabled_by',
            [
                '    # It may be in memory only.',
                '    image.flush()',
                '    return image',
            ],
        ),
    ],
)
def test_what_a_removed_option_meant_can_be_reported(
    project: pathlib.Path, polarity: str, left: list[str]
) -> None:
    retiring.make(project, {'flushing/workarounds.py': TOMBSTONE})
    retiring.retire('flushing', '--write', '--polarity', polarity)
    assert read('flushing/direct.py').splitlines()[2:] == left
    assert read('flushing/workarounds.py').encode() == TOMBSTONE


def test_a_polarity_is_refused_if_there_is_a_declaration(
    project: pathlib.Path,
) -> None:
    before = retiring.tree(project)
    done = retiring.retire('.', '--write', '--polarity', 'enabled_by')
    assert (done.returncode, done.stdout) == (2, b'')
    assert done.stderr == (
        b'workarounds: fsync is declared with disabled_by; leave --polarity '
        b'out\n'
    )
    assert retiring.tree(project) == before


def test_without_a_version_it_is_refused(project: pathlib.Path) -> None:
    (project / 'setup.cfg').write_text('[metadata]\nname = flushing\n')
    before = retiring.tree(project)
    done = retiring.retire('.', '--write')
    assert (done.returncode, done.stdout) == (2, b'')
    [line] = done.stderr.decode().splitlines()
    assert line.endswith('; give --removed-in')
    assert retiring.tree(project) == before


@pytest.mark.parametrize(
    ('before', 'after', 'version'),
    [
        ([], [], '5.0.0'),
        (['--service-version', '6.1.0'], [], '6.1.0'),
        (['--service-version', '6.1.0.dev34'], [], '7.0.0'),
        (['--service-version', '6.1.0.dev34'], ['--stable'], '6.1.0'),
        ([], ['--removed-in', '7.0.0'], '7.0.0'),
        (['--service-version', '6.1.0'], ['--removed-in', '7.0.0'], '7.0.0'),
    ],
)
def test_the_version_that_removes_it_can_be_reported(
    project: pathlib.Path, before: list[str], after: list[str], version: str
) -> None:
    done = retiring.run(*before, 'retire', 'fsync', '.', *after, '--write')
    assert done.returncode == 0, done.stderr
    declared = read('flushing/workarounds.py')
    assert f"removed_in='{version}',\n" in declared


def test_the_reason_is_reported_to_operators(project: pathlib.Path) -> None:
    retiring.retire('.', '--write', '--reason', 'qemu 2.2.0 flushes itself')
    declared = read('flushing/workarounds.py')
    assert "reason='qemu 2.2.0 flushes itself',\n" in declared
    [note] = project.glob('releasenotes/notes/retire-fsync-*.yaml')
    assert 'qemu 2.2.0 flushes itself' in ' '.join(note.read_text().split())


def test_a_project_without_notes_gets_none(project: pathlib.Path) -> None:
    shutil.rmtree(project / 'releasenotes')
    before = retiring.tree(project)
    done = retiring.retire('.', '--write')
    assert done.returncode == 0, done.stderr
    assert retiring.tree(project).keys() == before.keys()


# --- which files


@pytest.mark.parametrize(
    'paths',
    [
        ['./flushing'],
        ['flushing/'],
        ['flushing/.'],
        ['{root}/flushing'],
        ['{root}'],
        ['flushing', 'flushing'],
        ['flushing', './flushing/', '{root}/flushing/asking.py'],
        ['flushing/tests', 'flushing'],
        [*retiring.CHANGED],
    ],
)
def test_paths_can_be_written_in_many_ways(
    project: pathlib.Path, tmp_path: pathlib.Path, paths: list[str]
) -> None:
    shutil.copytree(project, tmp_path / 'other')
    given = [path.format(root=project) for path in paths]
    done = retiring.retire(*given, '--write')
    assert done.returncode == 0, done.stderr
    done = retiring.retire(tmp_path / 'other', '--write')
    assert done.returncode == 0, done.stderr
    assert retiring.tree(project) == retiring.tree(tmp_path / 'other')


@pytest.mark.parametrize('directory', ['test', 'tests'])
def test_it_does_not_matter_what_the_directories_above_are_called(
    project: pathlib.Path, tmp_path: pathlib.Path, directory: str
) -> None:
    root = tmp_path / directory / 'project'
    shutil.copytree(project, root)
    retiring.retire('.', '--write')
    retiring.retire(root, '--write')
    assert retiring.tree(root) == retiring.tree(project)


def test_a_single_file_is_enough(project: pathlib.Path) -> None:
    retiring.make(project, {'flushing/alone.py': TOMBSTONE})
    before = retiring.tree(project)
    (project / 'flushing/workarounds.py').unlink()
    done = retiring.retire('flushing/alone.py', '--write')
    assert (done.returncode, done.stdout) == (0, b''), done.stderr
    (project / 'flushing/workarounds.py').write_bytes(retiring.DECLARED)
    assert retiring.tree(project) == before


def test_a_declaration_stays_while_a_file_beside_the_paths_asks(
    project: pathlib.Path,
) -> None:
    before = retiring.tree(project)
    done = retiring.retire('flushing/workarounds.py', '--write')
    assert done.returncode == 1
    assert b'flushing/workarounds.py:' in done.stderr
    assert retiring.tree(project) == before


def test_a_path_that_is_not_there_is_refused(project: pathlib.Path) -> None:
    before = retiring.tree(project)
    done = retiring.retire('flushing', 'flashing', '--write')
    assert (done.returncode, done.stdout) == (2, b'')
    assert done.stderr.startswith(b'workarounds: flashing: ')
    assert retiring.tree(project) == before
