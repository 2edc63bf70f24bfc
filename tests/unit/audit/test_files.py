# SPDX-License-Identifier: Apache-2.0
"""Which files are looked at, and what is said of those that cannot be."""

import os
import pathlib
import stat

import pytest

from workarounds import exceptions
from workarounds.source import files as source_files
from workarounds.source.files import File
from workarounds.source.files import SkippedFile


def write(root: pathlib.Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('x')


def found(root: pathlib.Path, *paths: str) -> list[str]:
    files, skipped = source_files.find_files(
        [str(root / path) for path in paths or ['']]
    )
    assert skipped == []
    return [os.path.relpath(file.path, root) for file in files]


def test_what_is_looked_at(tmp_path: pathlib.Path) -> None:
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
    write(tmp_path, *names)
    assert sorted(found(tmp_path)) == sorted(names)


def test_what_is_left_out(tmp_path: pathlib.Path) -> None:
    write(
        tmp_path,
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
    )
    assert found(tmp_path) == []


def test_what_is_given_is_read_whatever_it_is(tmp_path: pathlib.Path) -> None:
    write(tmp_path, 'a.xyz', '.git/b.py', 'build/c.py')
    assert found(tmp_path, 'a.xyz', '.git', 'build') == [
        'a.xyz',
        '.git/b.py',
        'build/c.py',
    ]


def test_each_once(tmp_path: pathlib.Path) -> None:
    write(tmp_path, 'a/b.py', 'a/c/d.py', 'e.py')
    assert found(tmp_path, 'a/c', 'a', 'a/b.py', '.', 'e.py') == [
        'a/c/d.py',
        'a/b.py',
        'e.py',
    ]


def test_the_paths_are_as_given(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, 'a/b.py')
    monkeypatch.chdir(tmp_path)
    for given, expected in (
        ('a', 'a/b.py'),
        ('a/', 'a/b.py'),
        ('./a', './a/b.py'),
        ('.', './a/b.py'),
        ('a/b.py', 'a/b.py'),
        (str(tmp_path), f'{tmp_path}/a/b.py'),
    ):
        files, _ = source_files.find_files([given])
        assert [file.path for file in files] == [expected]


def test_a_path_that_is_not_there(tmp_path: pathlib.Path) -> None:
    path = str(tmp_path / 'a')
    with pytest.raises(exceptions.SourceError, match=r'No such file.*; give'):
        source_files.find_files([path])
    os.mkfifo(path)
    with pytest.raises(exceptions.SourceError, match='neither a file nor'):
        source_files.find_files([path])


def test_links(tmp_path: pathlib.Path) -> None:
    write(tmp_path, 'in/a.py', 'in/d/b.py', 'out/c.py', 'out/d/e.py')
    inside = tmp_path / 'in'
    (inside / 'again.py').symlink_to('a.py')
    (inside / 'again').symlink_to('d')
    (inside / 'd' / 'loop').symlink_to('..')
    (inside / 'away.py').symlink_to('../out/c.py')
    (inside / 'away').symlink_to('../out/d')
    (inside / 'away.svg').symlink_to('../out/c.py')
    (inside / 'nowhere.py').symlink_to('nowhere')
    files, skipped = source_files.find_files([str(inside)])
    assert sorted(os.path.basename(file.path) for file in files) == [
        'a.py',
        'b.py',
    ]
    assert [os.path.basename(one.path) for one in skipped] == [
        'away',
        'away.py',
    ]
    assert all(
        'outside the given paths' in one.reason and '; give' in one.reason
        for one in skipped
    )
    (tmp_path / 'link').symlink_to('in')
    files, _ = source_files.find_files([str(tmp_path / 'link')])
    assert len(files) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason='root may read everything')
def test_no_permission(tmp_path: pathlib.Path) -> None:
    write(tmp_path, 'a.py', 'd/b.py')
    (tmp_path / 'a.py').chmod(0)
    (tmp_path / 'd').chmod(0)
    files, skipped = source_files.find_files([str(tmp_path)])
    (tmp_path / 'd').chmod(stat.S_IRWXU)
    (refused,) = skipped
    assert refused.reason.startswith('cannot be read (permission denied); ')
    (file,) = files
    data = source_files.read_file(file)
    assert isinstance(data, SkippedFile)
    assert data.reason.startswith('cannot be read (permission denied); ')


def test_one_that_vanished(tmp_path: pathlib.Path) -> None:
    data = source_files.read_file(File(str(tmp_path / 'a.py')))
    assert isinstance(data, SkippedFile)
    assert data.reason.startswith('cannot be read (no such file or directory)')


def test_special_files_are_passed_over(tmp_path: pathlib.Path) -> None:
    os.mkfifo(tmp_path / 'a.py')
    assert found(tmp_path) == []


def test_size(tmp_path: pathlib.Path) -> None:
    path = tmp_path / 'a.py'
    file = File(str(path))
    path.write_bytes(b'#' * source_files.MAX_BYTES)
    assert source_files.read_file(file) == b'#' * source_files.MAX_BYTES
    path.write_bytes(b'#' * (source_files.MAX_BYTES + 1))
    data = source_files.read_file(file)
    assert isinstance(data, SkippedFile)
    assert data.reason == (
        'is larger than 8 MiB (8,388,609 bytes); exclude it'
    )


def test_a_file_that_is_no_text(tmp_path: pathlib.Path) -> None:
    path = tmp_path / 'program'
    path.write_bytes(b'\x7fELF\0' * 2_000_000)
    assert source_files.read_file(File(str(path))) is None
    path.write_bytes(b'\x7fELF\0')
    assert source_files.read_file(File(str(path))) is None
    assert (
        source_files.read_file(File(str(path), is_given=True)) == b'\x7fELF\0'
    )


@pytest.mark.parametrize(
    ('name', 'data', 'is_python'),
    [
        ('a.py', b'', True),
        ('a.pyi', b'', True),
        ('a', b'#!/usr/bin/python3\n', True),
        ('a', b'#! /usr/bin/env python\n', True),
        ('a', b'#!/bin/sh\n# python', False),
        ('a', b'', False),
        ('a.rst', b'#!/usr/bin/python3\n', False),
    ],
)
def test_python(name: str, data: bytes, is_python: bool) -> None:
    assert source_files.is_python(File(name), data) is is_python
