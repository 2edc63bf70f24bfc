# SPDX-License-Identifier: Apache-2.0
"""The files of a service are found as oslo.config finds them, and read."""

import errno
import os
import pathlib

from oslo_config import cfg
import pytest

from workarounds import exceptions
from workarounds.config import sources as config_sources

#: No host has a service of this name.
PROJECT = 'workarounds-test'


@pytest.fixture
def home(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    monkeypatch.setenv('HOME', str(tmp_path))
    for variable in ('SNAP', 'SNAP_COMMON'):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


def make(path: pathlib.Path, text: str = '') -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return str(path)


def test_files_that_the_user_names_are_all_there_is(
    home: pathlib.Path,
) -> None:
    make(home / f'.{PROJECT}' / f'{PROJECT}.conf')
    sources = config_sources.find_sources(PROJECT, ['a.conf', 'b.conf'], [])
    assert sources.files == ['a.conf', 'b.conf']
    assert sources.directories == []


def test_with_a_directory_alone_no_file_is_looked_for(
    home: pathlib.Path,
) -> None:
    make(home / f'.{PROJECT}' / f'{PROJECT}.conf')
    sources = config_sources.find_sources(PROJECT, [], ['d'])
    assert (sources.files, sources.directories) == ([], ['d'])


@pytest.mark.parametrize(
    ('present', 'files', 'directories'),
    [
        (['.{0}/{0}.conf'], ['.{0}/{0}.conf'], []),
        (['{0}.conf'], ['{0}.conf'], []),
        (['.{0}/{0}.conf', '{0}.conf'], ['.{0}/{0}.conf'], []),
        (['.{0}/{0}.conf.d/a.conf'], [], ['.{0}/{0}.conf.d']),
        (
            ['.{0}/{0}.conf', '.{0}/{0}.conf.d/a.conf'],
            ['.{0}/{0}.conf'],
            ['.{0}/{0}.conf.d'],
        ),
    ],
)
def test_the_files_are_those_that_the_service_reads(
    home: pathlib.Path,
    present: list[str],
    files: list[str],
    directories: list[str],
) -> None:
    for name in present:
        make(home / name.format(PROJECT), '[DEFAULT]\n')
    sources = config_sources.find_sources(PROJECT, [], [])
    assert sources.is_any
    assert sources.project == PROJECT

    def full(names: list[str]) -> list[str]:
        return [f'{home}/{name.format(PROJECT)}' for name in names]

    assert sources.files == full(files)
    # oslo.config writes the slash at the end of a directory.
    found = [path.rstrip('/') for path in sources.directories]
    assert found == full(directories)


@pytest.mark.parametrize(
    ('project', 'looked_for'),
    [
        (
            PROJECT,
            f'{PROJECT}.conf in ~/.{PROJECT}, ~, /etc/{PROJECT} or /etc',
        ),
        (None, 'the service is not known'),
    ],
)
def test_without_files_it_is_said_what_was_looked_for(
    home: pathlib.Path, project: str | None, looked_for: str
) -> None:
    sources = config_sources.find_sources(project, [], [])
    assert not sources.is_any
    assert sources.looked_for == looked_for


@pytest.mark.parametrize(
    ('closed', 'present', 'denied'),
    [
        ('common', [], '{0}.conf'),
        ('', [], ''),
        # The service has another home, and reads the closed one before snap's.
        (
            'common',
            ['.{0}/{0}.conf', '.{0}/a-prog.conf', 'snap/etc/{0}/{0}.conf'],
            '{0}.conf',
        ),
        # It reads what is visible before the closed one.
        (
            'snap',
            ['common/etc/{0}/{0}.conf', 'common/etc/{0}/a-prog.conf'],
            '{0}.conf.d',
        ),
        (
            'snap',
            [
                'common/etc/{0}/a-prog.conf',
                'common/etc/{0}/{0}.conf',
                'common/etc/{0}/a-prog.conf.d/a.conf',
                'common/etc/{0}/{0}.conf.d/a.conf',
            ],
            '',
        ),
    ],
)
def test_a_path_that_only_the_service_may_see_is_no_missing_one(
    home: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    closed: str,
    present: list[str],
    denied: str,
) -> None:
    def stat(path: str) -> os.stat_result:
        if closed and path.startswith(f'{home}/{closed}/etc/{PROJECT}/'):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        return os_stat(path)

    for name in present:
        make(home / name.format(PROJECT), '[DEFAULT]\n')
    os_stat = os.stat
    monkeypatch.setenv('SNAP_COMMON', f'{home}/common')
    monkeypatch.setenv('SNAP', f'{home}/snap')
    monkeypatch.setattr(os, 'stat', stat)
    sources = config_sources.find_sources(PROJECT, [], [], 'a-prog')
    assert sources.is_any is bool(denied or present)
    assert [str(error) for error in sources.errors] == [
        f'{home}/{closed}/etc/{PROJECT}/{name}: Permission denied; run as '
        f'root or as the user of the service'
        for name in denied.format(PROJECT).split()
    ]


def parsed(sources: config_sources.Sources) -> cfg.ConfigOpts:
    conf = cfg.ConfigOpts()
    conf.register_opts([cfg.IntOpt('x'), cfg.IntOpt('y')], 'a')
    config_sources.parse_sources(conf, sources)
    return conf


def test_directories_are_read_after_files(tmp_path: pathlib.Path) -> None:
    path = make(tmp_path / 'a.conf', '[a]\nx = 1\ny = 1\n')
    make(tmp_path / 'd' / '1.conf', '[a]\nx = 2\n')
    make(tmp_path / 'd' / '2.conf', '[a]\nx = 3\n')
    conf = parsed(config_sources.Sources([path], [str(tmp_path / 'd')]))
    assert (conf.a.x, conf.a.y) == (3, 1)


def test_the_files_of_the_project_are_not_read_beside(
    home: pathlib.Path,
) -> None:
    make(home / f'.{PROJECT}' / f'{PROJECT}.conf', '[a]\nx = 1\n')
    make(home / 'workarounds.conf', '[a]\nx = 1\n')
    path = make(home / 'a.conf', '[a]\ny = 2\n')
    conf = parsed(config_sources.Sources([path], [], PROJECT))
    assert (conf.a.x, conf.a.y) == (None, 2)


def test_nothing_at_all_leaves_the_defaults() -> None:
    assert parsed(config_sources.Sources([], [])).a.x is None


def test_every_file_that_cannot_be_read_is_reported(
    tmp_path: pathlib.Path,
) -> None:
    good = make(tmp_path / 'a.conf', '[a]\nx = 1\n')
    bad = make(tmp_path / 'b.conf', 'x = 1\n')
    worse = make(tmp_path / 'd' / 'c.conf', '[a\n')
    sources = config_sources.Sources(
        [good, bad, f'{good}x'], [str(tmp_path / 'd')]
    )
    with pytest.raises(exceptions.ConfigFileError) as caught:
        parsed(sources)
    assert [line.split(': ')[0] for line in str(caught.value).split('\n')] == [
        f'{bad}:1',
        f'{good}x',
        f'{worse}:1',
    ]


@pytest.mark.parametrize(
    ('directory', 'problem'),
    [
        ('{}/missing', 'No such file or directory'),
        ('{}/a.conf', 'Not a directory'),
        ('~nobody-x', 'No such file or directory'),
    ],
)
def test_a_directory_that_is_none_is_reported(
    tmp_path: pathlib.Path, directory: str, problem: str
) -> None:
    make(tmp_path / 'a.conf')
    directory = directory.format(tmp_path)
    with pytest.raises(exceptions.ConfigFileError) as caught:
        parsed(config_sources.Sources([], [directory]))
    assert str(caught.value) == f'{directory}: {problem}; check the path'


def test_a_directory_without_files_is_not_read_as_clean(
    tmp_path: pathlib.Path,
) -> None:
    with pytest.raises(exceptions.ConfigFileError, match=r'no \*\.conf file'):
        parsed(config_sources.Sources([], [str(tmp_path)]))
    make(tmp_path / '.hidden.conf')
    with pytest.raises(exceptions.ConfigFileError, match=r'no \*\.conf file'):
        parsed(config_sources.Sources([], [str(tmp_path)]))
    other = make(tmp_path / 'a', '[a]\nx = 1\n')
    # The service's own may be empty, as its packages ship it.
    sources = config_sources.Sources([other], [str(tmp_path)], project='a')
    assert parsed(sources).a.x == 1


def test_hidden_files_in_a_directory_are_left_alone(
    tmp_path: pathlib.Path,
) -> None:
    make(tmp_path / '.a.conf', 'oops\n')
    (tmp_path / '.#b.conf').symlink_to('the.lock.of.an.editor')
    make(tmp_path / 'c.conf', '[a]\nx = 1\n')
    assert parsed(config_sources.Sources([], [str(tmp_path)])).a.x == 1


def test_values_are_not_judged_while_files_are_read(
    tmp_path: pathlib.Path,
) -> None:
    path = make(tmp_path / 'a.conf', '[a]\nx = many\n')
    conf = parsed(config_sources.Sources([path], []))
    with pytest.raises(ValueError, match='many'):
        _ = conf.a.x
