# SPDX-License-Identifier: Apache-2.0
"""Which version of a project some source is, as its metadata say."""

import json
import pathlib
import sys

import pytest

from workarounds import exceptions
from workarounds.source import projects

HEADER = 'Metadata-Version: 2.1\nName: flushing\nVersion: {}\n\nVersion: 9\n'


@pytest.fixture
def root(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the root of a project that says nothing of its version."""
    root = tmp_path / 'project'
    write(root / 'flushing' / 'disk.py')
    write(root / 'flushing' / 'tests' / 'test_disk.py')
    write(root / 'setup.py')
    monkeypatch.chdir(root)
    return str(root)


def write(path: pathlib.Path | str, text: str = '') -> pathlib.Path:
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def found(*paths: str) -> list[tuple[str, str]]:
    return [(one.text, one.source) for one in projects.find_versions(paths)]


@pytest.mark.parametrize(
    ('file', 'text'),
    [
        ('PKG-INFO', HEADER.format('34.0.0')),
        ('flushing.egg-info/PKG-INFO', HEADER.format('34.0.0')),
        ('src/flushing.egg-info/PKG-INFO', HEADER.format('34.0.0')),
        ('setup.cfg', '[metadata]\nname = flushing\nversion = 34.0.0\n'),
        ('pyproject.toml', "[project]\nname = 'x'\nversion = '34.0.0'\n"),
    ],
)
@pytest.mark.parametrize(
    'path', ['.', 'flushing', 'flushing/disk.py', 'flushing/tests']
)
def test_the_files_of_a_project_say_it(
    root: str, file: str, text: str, path: str
) -> None:
    write(file, text)
    assert found(path) == [('34.0.0', file)]
    assert found(f'{root}/{path}') == [('34.0.0', file)]


def test_the_file_is_named_whole_if_it_is_elsewhere(
    root: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write('PKG-INFO', HEADER.format('34.0.0'))
    write(tmp_path / 'else' / 'where')
    monkeypatch.chdir(tmp_path / 'else')
    assert found('../project/flushing') == [('34.0.0', f'{root}/PKG-INFO')]


@pytest.mark.parametrize('better', ['pyproject.toml', 'setup.cfg'])
def test_what_a_person_wrote_is_newer_than_what_a_build_left(
    root: str, better: str
) -> None:
    write('flushing.egg-info/PKG-INFO', HEADER.format('34.0.0'))
    write('setup.cfg', '[metadata]\nversion = 35.0.0\n')
    assert found('.') == [('35.0.0', 'setup.cfg')]
    write('pyproject.toml', "[project]\nversion = '36.0.0'\n")
    assert found('.') == [('36.0.0', 'pyproject.toml')]


@pytest.mark.parametrize(
    'text',
    [
        '',
        '[metadata]\nname = flushing\n',
        '[metadata]\nversion = attr: flushing.__version__\n',
        '[metadata]\nversion = file: VERSION\n',
        '[options]\nversion = 34.0.0\n',
    ],
)
def test_what_says_no_version_is_passed_over(root: str, text: str) -> None:
    write('setup.cfg', text)
    write('pyproject.toml', "[project]\nname = 'x'\ndynamic = ['version']\n")
    write('flushing.egg-info/PKG-INFO', 'Name: flushing\n')
    assert found('.') == []


def test_nothing_above_the_root_of_the_project_counts(
    root: str, tmp_path: pathlib.Path
) -> None:
    write(tmp_path / 'PKG-INFO', HEADER.format('34.0.0'))
    assert found('flushing') == []


def test_several_paths_of_one_project_have_one_version(root: str) -> None:
    write('PKG-INFO', HEADER.format('34.0.0'))
    assert len(found('flushing', 'setup.py', f'{root}/flushing/tests')) == 1


def test_projects_of_several_versions_are_told_apart(
    root: str, tmp_path: pathlib.Path
) -> None:
    write('PKG-INFO', HEADER.format('34.0.0'))
    write(tmp_path / 'other' / 'PKG-INFO', HEADER.format('16.0.0'))
    write(tmp_path / 'other' / 'setup.py')
    assert [text for text, _ in found('.', '../other')] == [
        '34.0.0',
        '16.0.0',
    ]


def installed(
    place: pathlib.Path, name: str, version: str, files: list[str]
) -> pathlib.Path:
    """Write what an installer leaves beside what it has installed."""
    built = place / f'{name}-{version}.dist-info'
    write(built / 'METADATA', f'Name: {name}\nVersion: {version}\n')
    write(built / 'RECORD', ''.join(f'{file},sha256=x,1\n' for file in files))
    for file in files:
        write(place / file)
    return built


@pytest.mark.parametrize('has_top_level', [True, False])
def test_an_installed_project_is_told_from_its_neighbours(
    tmp_path: pathlib.Path, has_top_level: bool
) -> None:
    place = tmp_path / 'lib' / 'site-packages'
    write(tmp_path / 'setup.cfg', '[metadata]\nversion = 1.0.0\n')
    disk = installed(place, 'disk', '2.0.0', ['disk/one.py', 'disk_tool.py'])
    installed(place, 'diskette', '3.0.0', ['diskette/one.py'])
    if has_top_level:
        write(disk / 'top_level.txt', 'disk\ndisk_tool\n')
    source = str(disk / 'METADATA')
    for path in ('disk', 'disk/one.py', 'disk_tool.py'):
        assert found(str(place / path)) == [('2.0.0', source)]
    # It is part of the project around it no more than any other library.
    write(place / 'stray.py')
    assert found(str(place / 'stray.py')) == []
    assert found(str(place)) == []


def test_two_projects_share_a_package(tmp_path: pathlib.Path) -> None:
    place = tmp_path / 'site-packages'
    installed(place, 'a', '1.0.0', ['shared/a/one.py'])
    installed(place, 'b', '2.0.0', ['shared/b/one.py'])
    assert [text for text, _ in found(str(place / 'shared/b'))] == ['2.0.0']


@pytest.mark.parametrize('tail', ['', '/.tox/.pkg/dist/flushing-34.0.0.whl'])
def test_the_project_can_be_installed_from_here(
    root: str, tail: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = pathlib.Path(root).parent / 'lib'
    built = installed(place, 'flushing', '34.0.0.dev7', [])
    origin = write(
        built / 'direct_url.json',
        json.dumps({'url': pathlib.Path(root).as_uri() + tail}),
    )
    monkeypatch.setattr(sys, 'path', [str(place), *sys.path])
    write('setup.cfg', '[metadata]\nname = flushing\n')
    assert found('flushing') == [('34.0.0.dev7', 'installed flushing')]
    for other in (
        '{}',
        '[]',
        '{',
        '{"url": "file:///elsewhere"}',
        '{"url": "https://example.org/x.whl"}',
    ):
        origin.write_text(other)
        assert found('flushing') == [], other
    origin.unlink()
    assert found('flushing') == []


def test_a_project_that_is_not_installed_has_no_version(root: str) -> None:
    write('setup.cfg', '[metadata]\nname = there-is-no-such-thing\n')
    assert found('flushing') == []


@pytest.mark.parametrize(
    ('file', 'data', 'said'),
    [
        ('pyproject.toml', b'[project\n', '(at line 1, column 9)'),
        ('setup.cfg', b'[metadata]\nversion\n', '[line  2]'),
        ('setup.cfg', b'version = 1\n', 'line: 1'),
        ('PKG-INFO', b'Name: \xff\n', 'invalid start byte'),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_cure(
    root: str, file: str, data: bytes, said: str
) -> None:
    pathlib.Path(file).write_bytes(data)
    with pytest.raises(exceptions.SourceError) as caught:
        found('flushing')
    message = str(caught.value)
    assert message.startswith(
        f'{file} cannot be read for the version of the project ('
    )
    assert message.endswith('; correct it, or give --service-version')
    assert ' '.join(said.split()) in message
    assert '\n' not in message


def test_what_is_no_file_is_named(root: str) -> None:
    pathlib.Path('PKG-INFO').mkdir()
    with pytest.raises(exceptions.SourceError, match='PKG-INFO'):
        found('flushing')
