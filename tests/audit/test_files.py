# SPDX-License-Identifier: Apache-2.0
"""The files that are read, and the reports about the others.

These are not cases because Git keeps no such trees.
"""

import builtins
from collections.abc import Callable
import errno
import os
import pathlib
from typing import Any

import pytest

from tests.audit import running
from tests.audit_cases import declarations

NAMESPACE = ('--namespace', f'{declarations.__name__}:DECLARATIONS')
LIMIT = 8 * 1024 * 1024
#: A reference in Python and in any other text.
TEXT = '# flush_images\n'


@pytest.fixture(autouse=True)
def here(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(*names: str) -> None:
    for name in names:
        path = pathlib.Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)


def found(*paths: str) -> list[str]:
    """Return the files that have references."""
    answer = running.references(*NAMESPACE, 'audit', *paths)
    assert (answer.code, answer.said) == (0, '')
    return [row['location']['file'] for row in answer.document or []]


def skipped(*paths: str) -> list[tuple[str, str]]:
    """Return the places that were not read, and why."""
    code, diagnostics, _ = running.diagnostics(
        *NAMESPACE, '--quiet', 'audit', *paths
    )
    assert code == 2
    assert {diagnostic.code for diagnostic in diagnostics} == {'WA200'}
    return [(diagnostic.where, diagnostic.text) for diagnostic in diagnostics]


def test_what_is_looked_at() -> None:
    names = [
        '.ci/run',
        '.zuul.d/jobs.yaml',
        'Makefile',
        'a.py',
        'a.pyi',
        'doc/a.rst',
        'etc/a.conf.sample',
        'releasenotes/notes/a.yaml',
        'build/__init__.py',
        'tox.ini',
        'UPPER.RST',
    ]
    write(*names)
    assert sorted(found('.')) == sorted(f'./{name}' for name in names)


def test_what_is_left_out() -> None:
    write(
        '.git/config',
        '.tox/a/b.py',
        '.mypy_cache/a.json',
        '__pycache__/a.py',
        'build/lib/a.py',
        'dist/a.txt',
        'node_modules/a.json',
        'a.egg-info/SOURCES.txt',
        'a.dist-info/RECORD.txt',
        'AUTHORS',
        'ChangeLog',
        'a.svg',
        'a.png',
        'a.so',
        'a.pyc',
        'a.rst',
    )
    assert found('.') == ['./a.rst']


def test_what_is_given_is_read_whatever_it_is() -> None:
    write('a.xyz', '.git/b.py', 'build/c.py')
    assert found('a.xyz', '.git', 'build') == [
        '.git/b.py',
        'a.xyz',
        'build/c.py',
    ]


def test_each_is_read_once() -> None:
    write('a/b.py', 'a/c/d.py', 'e.py')
    assert found('a/c', 'a', 'a/b.py', '.', 'e.py') == [
        './e.py',
        'a/b.py',
        'a/c/d.py',
    ]


@pytest.mark.parametrize(
    ('given', 'shown'),
    [
        ('a', 'a/b.py'),
        ('a/', 'a/b.py'),
        ('./a', './a/b.py'),
        ('.', './a/b.py'),
        ('a/b.py', 'a/b.py'),
        ('{here}', '{here}/a/b.py'),
    ],
)
def test_a_path_is_shown_as_it_was_given(given: str, shown: str) -> None:
    write('a/b.py')
    here = os.getcwd()
    assert found(given.format(here=here)) == [shown.format(here=here)]


def test_a_link_is_not_followed_but_reported_if_it_leads_out() -> None:
    write('in/a.py', 'in/d/b.py', 'out/c.py', 'out/d/e.py')
    for link, target in {
        'again.py': 'a.py',
        'again': 'd',
        'd/loop': '..',
        'nowhere.py': 'nowhere',
        'away.svg': '../out/c.py',
    }.items():
        pathlib.Path('in', link).symlink_to(target)
    pathlib.Path('link').symlink_to('in')
    assert found('in') == ['in/a.py', 'in/d/b.py']
    assert found('link') == ['link/a.py', 'link/d/b.py']
    pathlib.Path('in/away.py').symlink_to('../out/c.py')
    pathlib.Path('in/away').symlink_to('../out/d')
    places, reasons = zip(*skipped('in'), strict=True)
    assert places == ('in/away', 'in/away.py')
    assert all('outside the given paths' in reason for reason in reasons)
    assert found('in', 'out') == [
        'in/a.py',
        'in/d/b.py',
        'out/c.py',
        'out/d/e.py',
    ]


def test_a_special_file_is_passed_over_unless_it_is_given() -> None:
    os.mkfifo('a.py')
    write('b.py')
    assert found('.') == ['./b.py']
    answer = running.references('audit', 'a.py')
    assert answer.code == 2
    assert 'a.py: neither a file nor a directory; give' in answer.said


def fail(
    function: Callable[..., Any], path: str, number: int
) -> Callable[..., Any]:
    """Make a function fail for one path, whoever runs the tests."""

    def failing(given: Any, *args: Any, **kwargs: Any) -> Any:
        if given == path:
            raise OSError(number, os.strerror(number))
        return function(given, *args, **kwargs)

    return failing


@pytest.mark.parametrize(
    ('number', 'reason'),
    [
        (errno.EACCES, 'permission denied'),
        # It was deleted since its directory was listed.
        (errno.ENOENT, 'no such file or directory'),
    ],
)
def test_a_file_that_cannot_be_opened(
    number: int, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write('a.py', 'b.py')
    monkeypatch.setattr(builtins, 'open', fail(open, './b.py', number))
    assert skipped('.') == [
        (
            'b.py',
            f'not read: cannot be read ({reason}); make it readable, or '
            f'leave it out',
        )
    ]


def test_a_directory_that_cannot_be_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write('a.py', 'd/b.py')
    monkeypatch.setattr(os, 'scandir', fail(os.scandir, './d', errno.EACCES))
    [(where, reason)] = skipped('.')
    assert where == 'd'
    assert reason.startswith('not read: cannot be read (permission denied); ')


def test_a_file_may_have_eight_megabytes() -> None:
    path = pathlib.Path('a.rst')
    path.write_text(TEXT.ljust(LIMIT, '#'))
    assert found('.') == ['./a.rst']
    path.write_text(TEXT.ljust(LIMIT + 1, '#'))
    assert skipped('.') == [
        (
            'a.rst',
            'not read: larger than 8 MiB (8,388,609 bytes); leave it out',
        )
    ]


def test_a_program_is_no_text_unless_it_is_given() -> None:
    write('a.py')
    program = pathlib.Path('program')
    program.write_bytes(b'\x7fELF\0flush_images')
    assert found('.') == ['./a.py']
    [(_, reason)] = skipped('program')
    assert 'NUL bytes' in reason
    program.write_bytes(b'\x7fELF\0flush_images' * 500_000)
    assert found('.') == ['./a.py']


def test_what_is_read_of_a_file_that_does_not_matter() -> None:
    pathlib.Path('a.py').write_bytes(b'# \xe9')
    pathlib.Path('b.rst').write_bytes(b'\xe9')
    pathlib.Path('c.rst').write_bytes(b'\0flush_images')
    write('d.rst')
    assert found('.') == ['./d.rst']
