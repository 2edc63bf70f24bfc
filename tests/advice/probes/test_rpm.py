# SPDX-License-Identifier: Apache-2.0
"""Answers from the output of rpm, and from its errors."""

import pathlib

import pytest

from tests.advice.probes import managing
from workarounds import exceptions
from workarounds.advice.facts import machine as facts_machine
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.probes import rpm

IMG = managing.IMG
RPM = managing.Fake('rpm', rpm.probe, 'var/lib/rpm/rpmdb.sqlite')
NOT_OWNED = f'file {IMG} is not owned by any package'


@pytest.fixture
def root(tmp_path: pathlib.Path) -> pathlib.Path:
    return RPM.make_root(tmp_path)


def answers(of_names: str, of_files: str) -> str:
    return f'case "$*" in *--file*) {of_files};; esac\n{of_names}'.replace(
        '\nEND\nexit 1;;', '\nEND\nexit 1\n;;'
    )


@pytest.mark.parametrize(
    ('line', 'installed'),
    [
        (
            'qemu-img\t17:6.2.0-11.el9_0\tAlmaLinux',
            Installed('17:6.2.0-11.el9_0', 'AlmaLinux'),
        ),
        ('qemu-img\t6.2.0-1\t(none)', Installed('6.2.0-1')),
        (
            'qemu-img\t6.2.0-1\tSUSE LLC <https://www.suse.com/>',
            Installed('6.2.0-1', 'SUSE LLC <https://www.suse.com/>'),
        ),
    ],
)
def test_a_package_is_reported_with_its_epoch_and_vendor(
    root: pathlib.Path, line: str, installed: Installed
) -> None:
    assert RPM.ask(root, managing.says(line), 'qemu-img') == {
        'qemu-img': installed
    }


def test_what_rpm_does_not_know_is_not_installed(root: pathlib.Path) -> None:
    text = managing.says('package b is not installed', 'a\t1-1\tme', code=1)
    assert RPM.ask(root, text, 'a', 'b') == {
        'a': Installed('1-1', 'me'),
        'b': Unknown('b is not installed'),
    }


def test_architectures_count_once_if_their_versions_are_the_same(
    root: pathlib.Path,
) -> None:
    text = managing.says(
        'glibc\t2.34-1\tme',
        'glibc\t2.34-1\tme',
        'kernel\t5.14-2\tme',
        'kernel\t5.14-1\tme',
    )
    assert RPM.ask(root, text, 'glibc', 'kernel') == {
        'glibc': Installed('2.34-1', 'me'),
        'kernel': Unknown(
            'kernel is installed in several versions: 5.14-1, 5.14-2'
        ),
    }


def test_rpm_is_asked_about_the_root_and_for_nothing_else(
    root: pathlib.Path,
) -> None:
    names = ['qemu-*', '-e', '--erase']
    text = answers(
        managing.says(
            *(f'package {name} is not installed' for name in names), code=3
        ),
        managing.says('file /bin/a is not owned by any package', code=1),
    )
    assert RPM.ask(root, text, *names, '/bin/a') == {
        **{name: Unknown(f'{name} is not installed') for name in names},
        '/bin/a': '',
    }
    lines = managing.asked(root)
    assert f'--dbpath={root}/var/lib/rpm' in lines
    first = lines.index('--')
    assert lines[first + 1 : first + 4] == ['qemu-*', '-e', '--erase']
    second = lines.index('--', first + 1)
    assert '/bin/a' in lines[second + 1 :]
    assert lines.count(f'--dbpath={root}/var/lib/rpm') == 2


@pytest.mark.parametrize(
    ('said', 'package'),
    [
        (['qemu-img\t/usr/bin/qemu-img\t/usr/share/x\t'], 'qemu-img'),
        ([NOT_OWNED], ''),
        (['qemu-img\t/usr/bin/qemu-img-2\t', NOT_OWNED], ''),
        (['other\t/etc/other\t', f'mine\t{IMG}\t'], 'mine'),
        (['qemu-img\t/bin/qemu-img\t'], 'qemu-img'),
    ],
)
def test_the_package_of_a_file_is_reported(
    root: pathlib.Path, said: list[str], package: str
) -> None:
    assert RPM.ask(root, managing.says(*said), IMG) == {IMG: package}


def test_a_file_that_went_away_spoils_no_other_answer(
    root: pathlib.Path,
) -> None:
    gone = 'error: file /opt/gone: No such file or directory'
    said = managing.says(f'qemu-img\t{IMG}\t', code=1)
    text = f'echo "{gone}" >&2; {said}'
    assert RPM.ask(root, text, IMG, '/opt/gone') == {
        IMG: 'qemu-img',
        '/opt/gone': Unknown('/opt/gone is not there any more'),
    }


@pytest.mark.parametrize(
    ('said', 'cause'),
    [
        # A truncated database looks like an empty one.
        (['a\t1-1\tme'], 'a 1-1 me'),
        (['package b is not installed'], 'package b is not installed'),
    ],
)
def test_an_rpm_that_leaves_out_a_name_tells_nothing(
    root: pathlib.Path, said: list[str], cause: str
) -> None:
    with pytest.raises(exceptions.ProbeError) as caught:
        RPM.ask(root, managing.says(*said, code=1), 'a', 'b')
    assert str(caught.value) == f'rpm fails: {cause}'


@pytest.mark.parametrize(
    ('said', 'cause'),
    [
        (['qemu-img\t/usr/bin/qemu-img-2\t'], 'qemu-img /usr/bin/qemu-img-2'),
        ([NOT_OWNED], NOT_OWNED),
        ([f'{NOT_OWNED}-2'], f'{NOT_OWNED}-2'),
    ],
)
def test_an_rpm_that_leaves_out_a_file_tells_nothing(
    root: pathlib.Path, said: list[str], cause: str
) -> None:
    with pytest.raises(exceptions.ProbeError) as caught:
        RPM.ask(root, managing.says(*said, code=1), IMG, '/opt/other')
    assert str(caught.value) == f'rpm fails: {cause}'


@pytest.mark.parametrize(
    ('question', 'said'), [('a', 'a\t1-1\tme'), (IMG, f'a\t{IMG}\t')]
)
def test_an_rpm_that_tells_of_an_error_tells_nothing(
    root: pathlib.Path, question: str, said: str
) -> None:
    text = f'echo "error: rpmdb: damaged\nheader" >&2\n{managing.says(said)}'
    with pytest.raises(exceptions.ProbeError) as caught:
        RPM.ask(root, text, question)
    assert str(caught.value) == 'rpm fails: error: rpmdb: damaged header'


@pytest.mark.parametrize(
    ('text', 'cause'),
    [
        (
            'echo "error: rpmdb: damaged header" >&2; exit 1',
            'rpm fails: error: rpmdb: damaged header',
        ),
        (
            'echo "error: cannot open Packages database" >&2; exit 0',
            'rpm fails: error: cannot open Packages database',
        ),
        ('kill -SEGV $$', 'rpm fails: exit code -11'),
        ('exec sleep 60', '{} did not answer within 0.3 s'),
        ('exec yes', '{} printed more than 1 MiB; stopped reading'),
        # A message of the dynamic loader, which has no prefix "error:".
        (
            'echo "rpm: error while loading shared libraries: librpm.so.9" '
            '>&2; exit 127',
            'rpm fails: rpm: error while loading shared libraries: '
            'librpm.so.9',
        ),
        ('exit 1', 'rpm fails: exit code 1'),
        ('exit 139', 'rpm fails: exit code 139'),
        (
            'echo "arguments to --dbpath must begin with /" >&2; exit 1',
            'rpm fails: arguments to --dbpath must begin with /',
        ),
    ],
)
@pytest.mark.parametrize('question', ['qemu-img', IMG])
def test_a_broken_rpm_tells_nothing(
    root: pathlib.Path, text: str, cause: str, question: str
) -> None:
    path = RPM.path(root)
    with pytest.raises(exceptions.ProbeError) as caught:
        RPM.ask(root, text, question, timeout=0.3)
    assert str(caught.value) == cause.format(path)


def test_a_warning_of_rpm_is_no_failure(root: pathlib.Path) -> None:
    said = managing.says('a\t1-1\tme')
    text = f'echo "warning: old database" >&2\n{said}'
    assert RPM.ask(root, text, 'a') == {'a': Installed('1-1', 'me')}


@pytest.mark.parametrize(
    ('directory', 'file'),
    [
        ('usr/lib/sysimage/rpm', 'rpmdb.sqlite'),
        ('usr/lib/sysimage/rpm', 'Packages.db'),
        ('var/lib/rpm', 'Packages'),
        ('var/lib/rpm', 'rpmdb.sqlite'),
    ],
)
def test_the_database_is_where_and_what_each_distribution_has(
    tmp_path: pathlib.Path, directory: str, file: str
) -> None:
    root = tmp_path / 'ro[o]t*'
    (root / directory).mkdir(parents=True)
    (root / directory / file).touch()
    RPM.ask(root, managing.says('a\t1-1\tme'), 'a')
    assert f'--dbpath={root}/{directory}' in managing.asked(root)


def test_a_machine_without_a_database_says_so(tmp_path: pathlib.Path) -> None:
    root = tmp_path / 'root'
    # Debian's own rpm package leaves an empty directory.
    (root / 'var/lib/rpm').mkdir(parents=True)
    (root / 'var/lib/rpm/.rpm.lock').touch()
    with pytest.raises(exceptions.ProbeError) as caught:
        RPM.ask(root, 'exit 0', 'a')
    assert str(caught.value) == 'there is no RPM database'
    assert not (tmp_path / 'bin/asked').exists()


def test_a_machine_without_rpm_says_so(
    root: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Programs are looked for in the standard directories too.
    monkeypatch.setattr(facts_machine, '_DIRECTORIES', '/nowhere')
    machine = facts_machine.Machine(str(root), {'PATH': '/nowhere'})
    with pytest.raises(exceptions.ProbeError) as caught:
        rpm.probe(['a'], machine)
    assert str(caught.value) == 'rpm is not installed'
