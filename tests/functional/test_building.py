# SPDX-License-Identifier: Apache-2.0
"""A build has the right version and all files, or says what is missing."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile

import pytest

ROOT = pathlib.Path(__file__).parents[2]
#: The files that a build reads.
FILES = (
    'LICENSE',
    'README.rst',
    'pyproject.toml',
    'requirements.txt',
    'setup.cfg',
    'setup.py',
)
#: pbr looks for files that other projects have, and the tests do not compile.
HARMLESS = re.compile(
    r'no (previously-included )?files found|no previously-included files '
    r'matching|byte-compiling is disabled'
)


def git(directory: pathlib.Path, *arguments: str) -> None:
    subprocess.run(
        ['git', '-c', 'user.name=a', '-c', 'user.email=a@b', *arguments],
        cwd=directory,
        check=True,
        capture_output=True,
    )


def build(
    directory: pathlib.Path, hook: str = 'build_wheel', **environment: str
) -> tuple[int, str, list[pathlib.Path]]:
    """Build as pip does, with what is installed.

    :returns: the exit code, what was printed, and what was made
    """
    out = directory.parent / f'{directory.name}-{hook}'
    out.mkdir(exist_ok=True)
    done = subprocess.run(
        [
            sys.executable,
            '-c',
            f'from pbr import build; build.{hook}({str(out)!r})',
        ],
        cwd=directory,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, sorted(out.glob('*'))


def refusal(directory: pathlib.Path, **environment: str) -> str:
    """Return why a build is refused."""
    code, printed, made = build(
        directory, 'prepare_metadata_for_build_wheel', **environment
    )
    assert (code, made) == (1, [])
    *_, message = printed.splitlines()
    return message


def contents(wheel: pathlib.Path) -> set[str]:
    """Return the files of the library in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {
            name
            for name in archive.namelist()
            if name.startswith('workarounds/')
        }


def sources(directory: pathlib.Path) -> set[str]:
    """Return the files of the library in a directory."""
    return {
        str(path.relative_to(directory))
        for path in (directory / 'workarounds').rglob('*')
        if path.is_file()
    }


def metadata(wheel: pathlib.Path) -> str:
    with zipfile.ZipFile(wheel) as archive:
        [name] = [
            name for name in archive.namelist() if name.endswith('METADATA')
        ]
        return archive.read(name).decode()


def version(directory: pathlib.Path, **environment: str) -> str:
    """Return the version of what would be built."""
    hook = 'prepare_metadata_for_build_wheel'
    _, printed, made = build(directory, hook, **environment)
    names = [path.stem for path in made if path.suffix == '.dist-info']
    assert len(names) == 1, printed
    return names[0].split('-')[1]


@pytest.fixture
def copy(tmp_path: pathlib.Path) -> pathlib.Path:
    """Return a copy without git."""
    directory = tmp_path / 'copy'
    directory.mkdir()
    for name in FILES:
        shutil.copy(ROOT / name, directory)
    shutil.copytree(
        ROOT / 'workarounds',
        directory / 'workarounds',
        ignore=shutil.ignore_patterns('__pycache__'),
    )
    return directory


@pytest.fixture
def clone(copy: pathlib.Path) -> pathlib.Path:
    """Return a repository whose commit has a tag."""
    git(copy, 'init', '--quiet')
    git(copy, 'add', '.')
    git(copy, 'commit', '--quiet', '--message', 'first')
    git(copy, 'tag', '--annotate', '--message', '1.2.0', '1.2.0')
    return copy


def shallow(repository: pathlib.Path) -> pathlib.Path:
    directory = repository.parent / 'shallow'
    url = f'file://{repository}'
    git(repository, 'clone', '--quiet', '--depth', '1', url, str(directory))
    return directory


def test_a_wheel_has_every_file_and_says_whose_it_is(
    clone: pathlib.Path,
) -> None:
    code, printed, [wheel] = build(clone)
    assert code == 0, printed
    assert contents(wheel) == sources(clone)
    about = metadata(wheel).splitlines()
    assert 'License-Expression: Apache-2.0' in about
    assert 'Author: The workarounds developers' in about
    assert 'License-File: LICENSE' in about
    assert [
        line
        for line in printed.splitlines()
        if re.search(r'\bwarning\b|deprecat', line, re.IGNORECASE)
        and not HARMLESS.search(line)
        and not re.match(r'copying |adding ', line)
    ] == []


def test_an_sdist_keeps_the_version_and_all_files(
    clone: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    git(clone, 'commit', '--quiet', '--allow-empty', '--message', 'second')
    [sdist] = build(clone, 'build_sdist')[2]
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter='data')
    unpacked = tmp_path / sdist.name.removesuffix('.tar.gz')
    [wheel] = build(unpacked)[2]
    assert wheel.name.split('-')[1] == version(clone) == '1.2.1.dev1'
    assert contents(wheel) == sources(clone)


def test_a_copy_without_git_needs_a_version(copy: pathlib.Path) -> None:
    assert refusal(copy) == (
        'The version is not known: git rev-parse --show-toplevel: fatal: not '
        'a git repository (or any of the parent directories): .git. Build '
        'from an sdist or a clone of the repository, or give the version: '
        'PBR_VERSION=1.0.0'
    )
    _, _, [wheel] = build(copy, PBR_VERSION='1.2.0')
    assert wheel.name.split('-')[1] == '1.2.0'
    assert contents(wheel) == sources(copy)


def test_a_copy_does_not_take_the_version_of_what_it_is_in(
    copy: pathlib.Path,
) -> None:
    git(copy.parent, 'init', '--quiet')
    git(copy.parent, 'commit', '--quiet', '--allow-empty', '--message', 'a')
    git(copy.parent, 'tag', '--annotate', '--message', '9.0.0', '9.0.0')
    assert f'not a clone, but inside the one in {copy.parent}. ' in refusal(
        copy
    )


def test_a_shallow_clone_has_the_version_of_its_tag(
    clone: pathlib.Path,
) -> None:
    assert version(shallow(clone)) == '1.2.0'


def test_a_shallow_clone_fetches_what_it_lacks(clone: pathlib.Path) -> None:
    git(clone, 'commit', '--quiet', '--allow-empty', '--message', 'second')
    assert version(shallow(clone)) == '1.2.1.dev1'


def test_a_shallow_clone_that_cannot_fetch_needs_a_version(
    clone: pathlib.Path,
) -> None:
    git(clone, 'commit', '--quiet', '--allow-empty', '--message', 'second')
    directory = shallow(clone)
    git(directory, 'remote', 'set-url', 'origin', f'file://{clone}/gone')
    _, printed, made = build(directory)
    assert made == []
    assert 'not known: git fetch --quiet --unshallow --tags: fatal' in printed
    assert 'PBR_VERSION=1.0.0' in printed.splitlines()[-1]
    assert version(directory, PBR_VERSION='1.2.0') == '1.2.0'


def test_git_is_needed_for_the_version(clone: pathlib.Path) -> None:
    message = refusal(clone, PATH=str(clone))
    assert 'The version is not known: git is not installed. ' in message
