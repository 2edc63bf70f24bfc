# SPDX-License-Identifier: Apache-2.0
"""Which files belong to a project."""

import os
import pathlib

import pytest

from workarounds.retire import project_files

NAMES = [
    'setup.cfg',
    'pyproject.toml',
    'flushing/disk.py',
    'flushing/net.py',
    'flushing/data.txt',
    'tests/test_disk.py',
    'releasenotes/notes/a.yaml',
]


@pytest.fixture(autouse=True)
def top(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    """Make a project, and work in its top directory."""
    top = tmp_path / 'project'
    for name in NAMES:
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('')
    (tmp_path / 'elsewhere.py').write_text('')
    monkeypatch.chdir(top)
    return top


@pytest.mark.parametrize(
    ('paths', 'inside', 'outside'),
    [
        (
            ['flushing'],
            ['flushing/disk.py', 'flushing/net.py'],
            ['pyproject.toml', 'setup.cfg', 'tests/test_disk.py'],
        ),
        (
            ['flushing/disk.py'],
            ['flushing/disk.py'],
            [
                'flushing/net.py',
                'pyproject.toml',
                'setup.cfg',
                'tests/test_disk.py',
            ],
        ),
        (
            ['.'],
            [
                './flushing/disk.py',
                './flushing/net.py',
                './tests/test_disk.py',
            ],
            ['pyproject.toml', 'setup.cfg'],
        ),
        (
            ['flushing', 'tests'],
            ['flushing/disk.py', 'flushing/net.py', 'tests/test_disk.py'],
            ['pyproject.toml', 'setup.cfg'],
        ),
    ],
)
def test_what_is_not_given_is_looked_at_all_the_same(
    paths: list[str], inside: list[str], outside: list[str]
) -> None:
    project = project_files.find_project(paths)
    files = map(os.path.normpath, project.files)
    assert sorted(files) == sorted(map(os.path.normpath, inside))
    assert sorted(project.outside) == outside
    assert project.texts == {}


def test_it_is_found_from_any_directory(
    top: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(top.parent)
    project = project_files.find_project(['project/flushing'])
    assert 'project/tests/test_disk.py' in project.outside
    assert 'project/flushing/disk.py' not in project.outside


def test_a_link_to_a_given_file_is_not_another_one(top: pathlib.Path) -> None:
    os.symlink('flushing', top / 'link')
    project = project_files.find_project(['flushing'])
    for path in project.outside:
        assert not path.startswith('link')


def test_without_a_project_the_given_files_are_all(
    tmp_path: pathlib.Path,
) -> None:
    path = str(tmp_path / 'elsewhere.py')
    project = project_files.find_project([path])
    assert [*project.files] == [path]
    assert [*project.outside] == []
    assert project_files.find_root(path) is None
    assert project_files.find_notes_directory(path) is None


@pytest.mark.parametrize(
    'mark', ['.git', 'pyproject.toml', 'setup.cfg', 'setup.py']
)
def test_the_nearest_mark_makes_a_top_directory(
    top: pathlib.Path, mark: str
) -> None:
    inner = top / 'vendored'
    (inner / 'a').mkdir(parents=True)
    (inner / mark).write_text('')
    assert project_files.find_root('vendored/a') == inner
    assert project_files.find_root('flushing/disk.py') == top
    assert project_files.find_root('flushing/new.py') == top


def test_release_notes_are_those_of_its_own_project(
    top: pathlib.Path,
) -> None:
    assert (
        project_files.find_notes_directory('flushing/disk.py')
        == top / 'releasenotes/notes'
    )
    inner = top / 'vendored'
    inner.mkdir()
    (inner / 'setup.py').write_text('')
    assert project_files.find_notes_directory('vendored/a.py') is None


@pytest.mark.parametrize(
    ('path', 'is_it'),
    [
        ('tests/disk.py', True),
        ('test/disk.py', True),
        ('flushing/tests/unit/disk.py', True),
        ('test_disk.py', True),
        ('flushing/test_disk.py', True),
        ('disk_test.py', True),
        ('conftest.py', True),
        ('flushing/tests.py', True),
        ('disk.py', False),
        ('flushing/testing.py', False),
        ('attest/disk.py', False),
        ('latest_disk.py', False),
        ('flushing/fixture.py', False),
    ],
)
def test_a_test_is_told_by_its_path(
    path: str,
    is_it: bool,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The directories above the project do not count.
    root = tmp_path / 'tests'
    root.mkdir()
    monkeypatch.chdir(root)
    assert project_files.is_test(path) is is_it
