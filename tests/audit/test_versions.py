# SPDX-License-Identifier: Apache-2.0
"""The version of a project is read from its metadata.

These are not cases because Git ignores what builds and installers write.
"""

import json
import os
import pathlib
import re
import sys

import pytest

from tests.audit import running

HEADER = 'Metadata-Version: 2.1\nName: flushing\nVersion: {}\n\nVersion: 9\n'


@pytest.fixture
def root(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the root of a project without a version."""
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


def found(*paths: str) -> tuple[str, str] | None:
    """Return the version, and its source."""
    said = running.call('audit', *paths, '--format', 'json').said
    match = re.search(r'service version (\S+) \((.+)\)$', said, re.MULTILINE)
    assert match or said.endswith('service version not known\n'), said
    return (match[1], match[2]) if match else None


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
    assert found(path) == ('34.0.0', file)
    assert found(f'{root}/{path}') == ('34.0.0', file)


def test_the_file_is_named_whole_if_it_is_elsewhere(
    root: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write('PKG-INFO', HEADER.format('34.0.0'))
    write(tmp_path / 'else' / 'where')
    monkeypatch.chdir(tmp_path / 'else')
    assert found('../project/flushing') == ('34.0.0', f'{root}/PKG-INFO')


def test_what_a_person_wrote_is_newer_than_what_a_build_left(
    root: str,
) -> None:
    write('flushing.egg-info/PKG-INFO', HEADER.format('34.0.0'))
    write('setup.cfg', '[metadata]\nversion = 35.0.0\n')
    assert found('.') == ('35.0.0', 'setup.cfg')
    write('pyproject.toml', "[project]\nversion = '36.0.0'\n")
    assert found('.') == ('36.0.0', 'pyproject.toml')


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
    assert found('.') is None


def test_nothing_above_the_root_of_the_project_counts(
    root: str, tmp_path: pathlib.Path
) -> None:
    write(tmp_path / 'PKG-INFO', HEADER.format('34.0.0'))
    assert found('flushing') is None


def test_several_paths_of_one_project_have_one_version(root: str) -> None:
    write('PKG-INFO', HEADER.format('34.0.0'))
    paths = ('flushing', 'setup.py', f'{root}/flushing/tests')
    assert found(*paths) == ('34.0.0', 'PKG-INFO')


def test_projects_of_several_versions_are_reported(
    root: str, tmp_path: pathlib.Path
) -> None:
    write('PKG-INFO', HEADER.format('34.0.0'))
    write(tmp_path / 'other' / 'PKG-INFO', HEADER.format('16.0.0'))
    write(tmp_path / 'other' / 'setup.py')
    said = running.call('audit', '.', '../other', '--format', 'json').said
    assert (
        f'several versions, 34.0.0 (PKG-INFO), 16.0.0 ({tmp_path}/other/'
        in said
    )


def installed(
    place: pathlib.Path, name: str, version: str, files: list[str]
) -> pathlib.Path:
    """Write the metadata of an installed distribution."""
    built = place / f'{name}-{version}.dist-info'
    write(built / 'METADATA', f'Name: {name}\nVersion: {version}\n')
    write(built / 'RECORD', ''.join(f'{file},sha256=x,1\n' for file in files))
    for file in files:
        write(place / file)
    return built


@pytest.mark.parametrize('has_top_level', [True, False])
def test_an_installed_project_is_distinguished_from_its_neighbours(
    tmp_path: pathlib.Path, has_top_level: bool
) -> None:
    place = tmp_path / 'lib' / 'site-packages'
    write(tmp_path / 'setup.cfg', '[metadata]\nversion = 1.0.0\n')
    disk = installed(place, 'disk', '2.0.0', ['disk/one.py', 'disk_tool.py'])
    installed(place, 'diskette', '3.0.0', ['diskette/one.py'])
    if has_top_level:
        write(disk / 'top_level.txt', 'disk\ndisk_tool\n')
    for path in ('disk', 'disk/one.py', 'disk_tool.py'):
        assert found(str(place / path)) == ('2.0.0', str(disk / 'METADATA'))
    # It belongs to the project around it as little as any other library.
    write(place / 'stray.py')
    assert found(str(place / 'stray.py')) is None
    assert found(str(place)) is None


def test_an_installer_may_leave_no_list_of_files(
    tmp_path: pathlib.Path,
) -> None:
    place = tmp_path / 'dist-packages'
    built = installed(place, 'disk', '2.0.0', ['disk/one.py'])
    (built / 'RECORD').unlink()
    assert found(str(place / 'disk')) is None
    write(built / 'top_level.txt', 'disk\n')
    assert found(str(place / 'disk')) == ('2.0.0', str(built / 'METADATA'))


def test_a_build_may_leave_its_metadata_beside_a_library(
    tmp_path: pathlib.Path,
) -> None:
    place = tmp_path / 'lib'
    write(place / 'disk' / 'one.py')
    for name, version in (('disk', '2.0.0'), ('diskette', '3.0.0')):
        built = place / f'{name}.egg-info'
        write(built / 'PKG-INFO', HEADER.format(version))
        write(built / 'top_level.txt', f'{name}\n')
    source = str(place / 'disk.egg-info' / 'PKG-INFO')
    assert found(str(place / 'disk')) == ('2.0.0', source)
    assert found(str(place)) is None


def test_two_projects_share_a_package(tmp_path: pathlib.Path) -> None:
    place = tmp_path / 'site-packages'
    installed(place, 'a', '1.0.0', ['shared/a/one.py'])
    built = installed(place, 'b', '2.0.0', ['shared/b/one.py'])
    assert found(str(place / 'shared/b')) == (
        '2.0.0',
        str(built / 'METADATA'),
    )


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
    assert found('flushing') == ('34.0.0.dev7', 'installed flushing')
    for other in (
        '{}',
        '[]',
        '{',
        '{"url": "file:///elsewhere"}',
        '{"url": "https://example.org/x.whl"}',
    ):
        origin.write_text(other)
        assert found('flushing') is None, other
    origin.unlink()
    assert found('flushing') is None


def test_a_project_that_is_not_installed_has_no_version(root: str) -> None:
    write('setup.cfg', '[metadata]\nname = there-is-no-such-thing\n')
    assert found('flushing') is None


@pytest.mark.parametrize(
    ('file', 'data', 'said'),
    [
        ('pyproject.toml', b'[project\n', '(at line 1, column 9)'),
        ('setup.cfg', b'[metadata]\nversion\n', 'line 2 is not valid'),
        ('setup.cfg', b'version = 1\n', 'line 1 is not valid'),
        ('PKG-INFO', b'Name: \xff\n', 'invalid start byte'),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_cure(
    root: str, file: str, data: bytes, said: str
) -> None:
    pathlib.Path(file).write_bytes(data)
    answer = running.call('--quiet', 'audit', 'flushing', '--format', 'json')
    *_, message = answer.said.splitlines()
    assert answer.code == 2
    assert message.startswith(
        f'workarounds: {file} cannot be read for the version of the project ('
    )
    assert message.endswith('; correct it, or give --service-version')
    assert ' '.join(said.split()) in message


@pytest.mark.parametrize(
    'file', ['setup.cfg', 'pyproject.toml', 'PKG-INFO', '.gitreview']
)
@pytest.mark.parametrize('kind', ['pipe', 'device', 'large'])
def test_what_would_not_end_is_named(root: str, file: str, kind: str) -> None:
    path = pathlib.Path(file)
    path.unlink(missing_ok=True)
    match kind:
        case 'pipe':
            os.mkfifo(path)
        case 'device':
            path.symlink_to('/dev/zero')
        case 'large':
            path.touch()
            os.truncate(path, 8 * 1024**2 + 1)
    answer = running.call('audit', 'flushing', '--format', 'json')
    assert answer.code == 2
    said = 'too large' if kind == 'large' else 'not a regular file'
    assert f'{file} cannot be read for the version of' in answer.said
    assert f'(it is {said}); correct it' in answer.said


def test_no_line_of_a_file_is_shown(root: str) -> None:
    """It may be a link to any file, such as one with a password."""
    pathlib.Path('theirs').write_text('machine a password secret\n')
    for data in ('theirs', '[metadata]\n secret\n', '[secret\n'):
        pathlib.Path('setup.cfg').unlink(missing_ok=True)
        if data == 'theirs':
            pathlib.Path('setup.cfg').symlink_to(data)
        else:
            pathlib.Path('setup.cfg').write_text(data)
        answer = running.call('audit', 'flushing', '--format', 'json')
        assert 'is not valid' in answer.said
        assert 'secret' not in answer.said


def test_what_is_no_file_is_named(root: str) -> None:
    pathlib.Path('PKG-INFO').mkdir()
    answer = running.call('audit', 'flushing', '--format', 'json')
    assert answer.code == 2
    assert 'PKG-INFO cannot be read' in answer.said


@pytest.mark.parametrize(
    ('branch', 'severity'),
    [
        ('stable/2026.2', 'warning'),
        ('unmaintained/2026.2', 'warning'),
        ('master', 'error'),
    ],
)
def test_the_branch_is_that_of_gitreview(
    root: str, branch: str, severity: str
) -> None:
    write('.gitreview', f'[gerrit]\nproject=x/y\ndefaultbranch={branch}\n')
    write('setup.cfg', '[metadata]\nname = flushing\nversion = 35.0.1\n')
    write(
        'flushing/declared.py',
        'from workarounds import Workaround\n'
        "Workaround(name='flush', expires='35.0.0')\n",
    )
    _, found, _ = running.diagnostics('audit', 'flushing')
    severities = [
        finding.severity for finding in found if finding.code == 'WA206'
    ]
    assert severities == [severity]


def test_a_branch_that_cannot_be_read_is_an_error(root: str) -> None:
    write('.gitreview', 'defaultbranch=stable/2026.2\n')
    done = running.call('audit', '.')
    assert done.code == 2
    assert '.gitreview cannot be read' in done.said
