# SPDX-License-Identifier: Apache-2.0
"""The content of data files, their mistakes, and what they change."""

import datetime
import json
import os
import pathlib
import subprocess
from typing import Any

import pytest

from tests.functional import advising
from tests.functional import command_line
from tests.functional import retiring

BOTH = advising.BOTH
BUG = 'https://bugs.launchpad.net/qemu/+bug/1368815'
HEAD = 'schema: 1\nas_of: 2026-11-23\n'
UNFIXED = f"""{HEAD}fixes:
  qemu:
    {BUG}:
      packages:
        'debian:13':
          name: qemu-utils
          state: unfixed
          evidence: https://a.example/1
"""


def run(
    *arguments: object, **environ: str
) -> subprocess.CompletedProcess[str]:
    done = command_line.run(*arguments, **environ)
    assert 'Traceback' not in done.stderr
    assert 'internal error' not in done.stderr
    return done


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture
def unfixed(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / 'unfixed.yaml'
    path.write_text(UNFIXED)
    return path


def test_show_has_the_files_in_the_order_in_which_they_are_read(
    tmp_path: pathlib.Path, unfixed: pathlib.Path
) -> None:
    own = tmp_path / 'workarounds' / 'mine.yaml'
    own.parent.mkdir()
    own.write_text(HEAD)
    done = run(
        *('--namespace', 'nova', 'data', 'show', '--data', unfixed),
        *('-f', 'json'),
        XDG_DATA_HOME=str(tmp_path),
    )
    assert (done.returncode, done.stderr) == (0, '')
    found = rows(done)
    assert [pathlib.Path(row['File']).name for row in found] == [
        *('platforms.yaml', 'series.yaml', 'fixes.yaml', 'nova.yaml'),
        *('mine.yaml', 'unfixed.yaml'),
    ]
    assert found[0]['Platforms'] > 40
    assert found[0]['Versions'] > 40
    assert found[3]['Services'] == 1
    assert {**found[5], 'File': ''} == {
        'File': '',
        'As of': '2026-11-23',
        'Age in days': 3,
        'Platforms': 0,
        'Versions': 0,
        'Series': 0,
        'Components': 0,
        'Services': 0,
        'Fixes': 1,
    }


def test_show_has_all_that_is_installed_if_no_catalogue_is_named() -> None:
    done = run('data', 'show', '-f', 'value', '-c', 'File')
    names = [pathlib.Path(line).name for line in done.stdout.splitlines()]
    assert names == [
        *('platforms.yaml', 'series.yaml', 'fixes.yaml', 'nova.yaml'),
        'placement.yaml',
    ]


def test_show_leaves_out_what_cannot_be_read_and_says_so(
    tmp_path: pathlib.Path,
) -> None:
    old, broken = tmp_path / 'old.yaml', tmp_path / 'broken.yaml'
    old.write_text('schema: 1\nas_of: 2026-01-01\n')
    broken.write_text('schema: 1\n')
    done = run('data', 'show', '--data', broken, '--data', old, '-f', 'json')
    assert done.returncode == 2
    assert rows(done)[-1]['File'] == str(old)
    assert done.stderr == (
        f"workarounds: {broken}:1: 'as_of' is missing; add it\n"
        'workarounds: the oldest facts are as of 2026-01-01; they may lack '
        'newer platforms and fixes; install a newer release of workarounds, '
        'or update the file that is that old (workarounds data show)\n'
    )


@pytest.mark.parametrize(
    ('text', 'code', 'out', 'error'),
    [
        (UNFIXED, 0, '', ''),
        (
            f'{HEAD}platfroms: {{}}\n',
            1,
            ":3: platfroms: is unknown here; did you mean 'platforms'?",
            '',
        ),
        (
            UNFIXED.replace('debian:13', 'acme:1'),
            1,
            f':7: fixes.qemu.{BUG}.packages.acme:1: no data file has that '
            'platform; add it to platforms',
            '',
        ),
        (
            f'{HEAD}platforms: [\n',
            2,
            '',
            ':4: cannot be read: did not find expected node content; correct '
            'it, or fetch the file again if it is cut off',
        ),
        (None, 2, '', ': No such file or directory; check the path'),
    ],
)
def test_check_says_what_is_wrong_with_a_file(
    tmp_path: pathlib.Path, text: str | None, code: int, out: str, error: str
) -> None:
    path = tmp_path / 'facts.yaml'
    if text is not None:
        path.write_text(text)
    done = run('data', 'check', path)
    assert done.returncode == code
    # The path is as long as that of the temporary directory.
    assert done.stdout.split() == (f'{path}{out}'.split() if out else [])
    if error and 'node' not in error:
        assert done.stderr == f'workarounds: {path}{error}\n'
    assert bool(done.stderr) is bool(error)


def test_check_says_which_facts_no_declaration_uses(
    unfixed: pathlib.Path,
) -> None:
    done = run('--namespace', 'placement', 'data', 'check', unfixed)
    assert (done.returncode, done.stdout) == (0, '')
    assert done.stderr == (
        f'workarounds: {unfixed}:5: fixes.qemu.{BUG}: no declaration here has '
        f'exactly one fix in qemu for that bug\n'
    )


def test_diff_has_each_assessment_that_a_set_changes(
    tmp_path: pathlib.Path, unfixed: pathlib.Path
) -> None:
    host = advising.make_host(
        tmp_path / 'host.json',
        platform='debian:13',
        packages={'qemu-utils': {'version': '1:10.0.2+ds-2+deb13u1'}},
    )
    done = run(
        *(*BOTH, 'data', 'diff', unfixed, '--host', host, '-f', 'json'),
        *('--as-of', '2026-11-23'),
    )
    assert (done.returncode, done.stderr) == (1, '')
    found = {(row['Workaround'], row['Of']): row for row in rows(done)}
    assert set(found) == {
        (advising.FSYNC, subject)
        for subject in ('removal', 'debian:13', str(host))
    }
    row = found[advising.FSYNC, 'removal']
    assert row['Before'].startswith('removable: ')
    assert row['After'].startswith('blocked: debian:13 does not have the fix')
    assert row['Changed'].startswith('status, reason, ')
    row = found[advising.FSYNC, str(host)]
    assert row['Before'].startswith('not-needed: ')
    assert row['After'].startswith('needed: debian:13 has no fix in ')


def test_diff_compares_two_sets_and_a_set_can_be_a_directory(
    tmp_path: pathlib.Path, unfixed: pathlib.Path
) -> None:
    other = tmp_path / 'other'
    other.mkdir()
    (other / 'a.yaml').write_text(UNFIXED)
    done = run(*BOTH, 'data', 'diff', unfixed, other)
    assert (done.returncode, done.stdout, done.stderr) == (0, '', '')
    text = UNFIXED.replace('13', '12').replace('a.example', 'b.example')
    (other / 'b.yaml').write_text(text)
    done = run(*BOTH, 'data', 'diff', other, unfixed)
    assert (done.returncode, done.stdout) == (0, '')


def test_sets_can_be_compared_alone(
    tmp_path: pathlib.Path, unfixed: pathlib.Path
) -> None:
    whole = tmp_path / 'whole'
    whole.mkdir()
    (whole / 'a.yaml').write_text(HEAD)
    done = run(*BOTH, 'data', 'diff', '--alone', whole, unfixed)
    assert done.returncode == 2
    assert 'no data file has that platform' in done.stderr
    done = run(*BOTH, 'data', 'diff', '--alone', whole, whole)
    assert (done.returncode, done.stdout, done.stderr) == (0, '', '')


@pytest.mark.parametrize(
    ('arguments', 'problem'),
    [
        (('--alone', 'unfixed.yaml'), '--alone needs two sets; name both'),
        (('empty',), 'empty: has no *.yaml file; check the path'),
        (('missing',), 'missing: No such file or directory; check the path'),
    ],
)
def test_a_set_that_is_none_is_refused(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    unfixed: pathlib.Path,
    arguments: tuple[str, ...],
    problem: str,
) -> None:
    (tmp_path / 'empty').mkdir()
    monkeypatch.chdir(tmp_path)
    done = run(*BOTH, 'data', 'diff', *arguments)
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr == f'workarounds: {problem}\n'


def test_a_part_of_a_subcommand_is_explained() -> None:
    done = run('data')
    assert done.returncode == 2
    assert "unknown command 'data'; did you mean data " in done.stderr


DISTRO_INFO = """\
version,codename,series,created,release,eol
26.04 LTS,Resolute Raccoon,resolute,2025-10-09,2026-04-23,2031-05-29
27.04,Tame Tapir,tame,2026-10-16,2027-04-22,2028-01-20
"""
#: No service states its platforms, so all known ones count.
UPDATE = ('--namespace', 'qemu-img', 'data', 'update')
AS_OF = ('--as-of', '2027-05-01')


@pytest.fixture
def distro_info(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / 'distro-info'
    path.mkdir()
    file = path / 'ubuntu.csv'
    file.write_text(DISTRO_INFO)
    # The facts are of the day of the file, which must not be in the future.
    day = datetime.datetime(2026, 11, 25, tzinfo=datetime.UTC).timestamp()
    os.utime(file, (day, day))
    return path


def test_update_writes_what_is_new_and_what_that_changes(
    tmp_path: pathlib.Path, distro_info: pathlib.Path
) -> None:
    path = tmp_path / 'workarounds' / 'update.yaml'
    path.parent.mkdir()
    arguments = (*UPDATE, '--distro-info', distro_info, *AS_OF, '-f', 'json')
    home = {'XDG_DATA_HOME': str(tmp_path)}
    done = run(*arguments, path, **home)
    assert done.returncode == 1
    assert done.stderr == (
        f'workarounds: {path} is written; new or changed platforms: 1, '
        f'versions: 0\n'
    )
    found = {row['Of']: row for row in rows(done)}
    assert set(found) == {'removal', 'ubuntu:27.04'}
    assert found['ubuntu:27.04']['Before'] == 'not assessed'
    assert found['ubuntu:27.04']['After'].startswith(
        'unknown: ubuntu:27.04 is newer than the facts of '
    )
    # The assessments are now as announced.
    text = path.read_text()
    assert 'title: Ubuntu 27.04 (tame)' in text
    assert run('data', 'check', path).returncode == 0
    done = run(*arguments, path, **home)
    assert (done.returncode, done.stdout) == (0, '[]\n')
    assert path.read_text() == text
    # It is read in its place, before later files.
    later = path.with_name('z.yaml')
    later.write_text(
        f'{HEAD}ships:\n  qemu:\n    ubuntu:27.04:\n      version: 11.0.0\n'
        f'      package: qemu-utils\n      source: here\n'
    )
    path.unlink()
    done = run(*arguments, path, **home)
    assert done.returncode == 2
    assert 'no data file has that platform; add it' in done.stderr


def test_update_says_if_its_file_is_not_read(
    tmp_path: pathlib.Path, distro_info: pathlib.Path
) -> None:
    path = tmp_path / 'update.yaml'
    done = run(*UPDATE, '--distro-info', distro_info, path)
    # Not released yet, so it changes nothing today.
    assert (done.returncode, done.stdout) == (0, '')
    assert done.stderr.endswith('; it is read only where --data names it\n')
    assert path.exists()


@pytest.mark.parametrize('before', [None, 'schema: 1\n'])
def test_update_writes_nothing_unless_all_is_well(
    tmp_path: pathlib.Path, distro_info: pathlib.Path, before: str | None
) -> None:
    path = tmp_path / 'update.yaml'
    if before:
        path.write_text(before)
    arguments = (*UPDATE, '--distro-info', distro_info, path)
    # No server listens there.
    done = run(*arguments, '--endoflife', 'http://127.0.0.1:1/api/v1')
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr.startswith(
        'workarounds: http://127.0.0.1:1/api/v1/products/almalinux: cannot '
        'be fetched: '
    )
    (distro_info / 'ubuntu.csv').write_text('version,series\n9,a,b\n')
    assert run(*arguments).returncode == 2
    assert path.exists() is bool(before)
    assert not before or path.read_text() == before


def test_update_without_anything_new_leaves_its_file(
    tmp_path: pathlib.Path, distro_info: pathlib.Path
) -> None:
    path = tmp_path / 'update.yaml'
    text = '\n'.join(DISTRO_INFO.splitlines()[:2])
    (distro_info / 'ubuntu.csv').write_text(text)
    done = run(*UPDATE, '--distro-info', distro_info, path)
    assert (done.returncode, done.stdout) == (0, '')
    assert done.stderr == (
        f'workarounds: nothing is newer than the data files; {path} is not '
        f'written\n'
    )
    assert not path.exists()


@pytest.mark.parametrize(
    ('name', 'text'),
    [
        (None, ''),
        ('debian.csv', ''),
        ('debian.csv', 'version,codename,series\nbroken,line\n'),
        ('other.csv', 'version,codename,series\n9,A,a\n'),
    ],
)
def test_update_from_what_cannot_be_read_is_no_good_news(
    tmp_path: pathlib.Path, name: str | None, text: str
) -> None:
    directory = tmp_path / 'distro'
    if name is not None:
        directory.mkdir()
        (directory / name).write_text(text)
    path = tmp_path / 'update.yaml'
    done = run(*UPDATE, '--distro-info', directory, path)
    assert (done.returncode, done.stdout) == (2, '')
    assert str(directory) in done.stderr
    assert 'nothing is newer' not in done.stderr
    assert not path.exists()


def test_a_directory_that_may_not_be_read_is_refused(
    tmp_path: pathlib.Path,
) -> None:
    directory = tmp_path / 'workarounds'
    directory.mkdir(0)
    done = retiring.unprivileged('data', 'show', XDG_DATA_HOME=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, b'')
    assert done.stderr.decode() == (
        f'workarounds: {directory}: Permission denied; run as a user who may '
        f'read it (sudo -H sets HOME)\n'
    )


def test_check_refuses_facts_of_the_future(tmp_path: pathlib.Path) -> None:
    path = tmp_path / 'facts.yaml'
    path.write_text("schema: '1'\nas_of: '2999-01-01'\n")
    done = run('data', 'check', path)
    assert done.returncode == 1
    assert 'as_of: 2999-01-01 is in the future' in ' '.join(
        done.stdout.split()
    )
