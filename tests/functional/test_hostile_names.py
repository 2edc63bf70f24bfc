# SPDX-License-Identifier: Apache-2.0
"""No file name sends a command to a terminal or to a CI runner."""

import json
import pathlib
import re
import subprocess
from typing import Any

import pytest
import yaml

from tests.functional import command_line
from tests.functional import retiring

NAMES = [
    'a\n::error file=x,line=1::owned',
    '::error file=x,line=1::owned',
    ' ::stop-commands::x',
    '##[error]x',
    'x##vso[task.setvariable variable=a]b',
    '\x1b[2Jx',
    'y\r::error::x',
    '\u2028::error::x',
    '\ufe0f::error::x',
    'in words ::error::x' * 5,
]
#: Reports several codes, and shows one of the names as a text.
SOURCE = (
    retiring.DIRECT
    + b"import workarounds\nworkarounds.enabled(x)\nworkarounds.enabled('"
    + NAMES[-1].encode()
    + b"')\n"
)
CONFIG = b'[workarounds]\ndisable_rootwrap = maybe\ngone = 1\n disable_fsync\n'
FORMATS = ['text', 'table', 'json', 'yaml', 'csv', 'value']
ANNOTATIONS = ['flake8', 'github', 'sarif']
#: A runner looks for these at the start of a line, where it ignores what
#: is not shown, and anywhere.
COMMAND = re.compile(r'^\W*::[\w-]+(?: .*)?::|##\w*\[|\x1b')
#: What the format for such a runner begins with.
ANNOTATION = re.compile(r'::(?:error|warning|notice) (?:file|title)=')


@pytest.fixture(autouse=True)
def project(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    root = tmp_path / 'project'
    retiring.make(root)
    for name in NAMES:
        retiring.make(
            root,
            {
                f'{name}.py': SOURCE,
                f'{name}_direct.py': retiring.DIRECT,
                f'{name}_bad.py': b"workarounds.enabled('fsync'\n",
                f'{name}/one.py': retiring.DIRECT,
                f'{name}.txt': b'disable_fsync is here\n',
                f'{name}.conf': CONFIG,
                f'{name}_bad.conf': b'nothing\n',
            },
        )
        (root / f'{name}_link.py').symlink_to('/etc/passwd')
    monkeypatch.chdir(root)
    return root


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command, and check its output."""
    done = command_line.run(*arguments)
    for line in re.split(r'[\r\n]', done.stdout + done.stderr):
        if 'github' in arguments and ANNOTATION.match(line):
            assert not re.search(r'##\w*\[|\x1b', line)
        else:
            assert not COMMAND.search(line), line
    return done


def given() -> list[str]:
    """Return names as a shell gives those of a pattern."""
    return [f'{name}{end}' for name in NAMES for end in ('.py', '_bad.py', '')]


@pytest.mark.parametrize('form', [*FORMATS, *ANNOTATIONS])
def test_audit_escapes_names(form: str) -> None:
    assert run('audit', '-f', form, '.').stdout
    assert run('audit', '-f', form, '--', *given()).stdout
    if form not in ANNOTATIONS:
        assert run('audit', '-f', form, '--references', '.').stdout
        done = run('audit', '-f', form, '--references', '--', *given())
        assert done.stdout


@pytest.mark.parametrize('form', [*FORMATS, 'github', 'sarif'])
def test_check_escapes_names(form: str) -> None:
    for name in NAMES:
        for end in ('', '_bad', '_none'):
            file = ('--config-file', f'{name}{end}.conf')
            run('--namespace', 'nova', *file, 'check', '-f', form)


@pytest.mark.parametrize('options', [[], ['--check'], ['--write']])
@pytest.mark.parametrize('is_given', [True, False])
def test_retire_escapes_names(options: list[str], is_given: bool) -> None:
    paths = ['--', *given(), 'flushing'] if is_given else ['.']
    assert run('retire', 'fsync', *options, *paths).stderr


@pytest.mark.parametrize('name', NAMES)
def test_names_of_nothing_are_escaped(name: str) -> None:
    for arguments in (
        ('audit', f'{name}_none'),
        ('retire', 'fsync', f'{name}_none'),
        ('retire', name, 'flushing'),
        ('--namespace', name, 'list'),
        ('--namespace', 'nova', 'show', name),
        ('--namespace', 'nova', 'advise', '--host', f'{name}.txt'),
        ('--namespace', 'nova', 'matrix', '--data', f'{name}.txt'),
        ('--namespace', 'nova', 'matrix', '--output', f'{name}/none/x'),
        ('--namespace', 'nova', 'matrix', '--check', f'{name}.txt'),
        ('data', 'check', f'{name}.txt'),
    ):
        done = run(*arguments)
        assert done.returncode in (1, 2)
        assert done.stdout or done.stderr


@pytest.mark.parametrize('form', ['json', 'yaml'])
def test_a_program_reads_the_names_as_they_are(form: str) -> None:
    text = run('audit', '-f', form, '.').stdout
    read: Any = json.loads(text) if form == 'json' else yaml.safe_load(text)
    files = {each['location']['file'] for each in read['diagnostics']}
    assert files >= {f'./{name}.py' for name in NAMES}


def test_git_applies_the_patch(project: pathlib.Path) -> None:
    patch = retiring.retire('.').stdout
    assert retiring.retire('.', '--write').returncode in (1, 2)
    written = retiring.tree(project)
    for name, data in retiring.FILES.items():
        (project / name).write_bytes(data)
    for name in NAMES:
        (project / f'{name}_direct.py').write_bytes(retiring.DIRECT)
        (project / f'{name}.py').write_bytes(SOURCE)
        (project / f'{name}/one.py').write_bytes(retiring.DIRECT)
    subprocess.run(['git', 'apply'], input=patch, check=True, cwd=project)
    assert retiring.tree(project) == written
