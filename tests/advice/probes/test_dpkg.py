# SPDX-License-Identifier: Apache-2.0
"""What is made of that which dpkg-query says, or fails to say."""

import pathlib

import pytest

from tests.advice.probes import managing
from workarounds import exceptions
from workarounds.advice.facts import machine as facts_machine
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.probes import dpkg

IMG = managing.IMG
DPKG = managing.Fake('dpkg-query', dpkg.probe, 'var/lib/dpkg/status')


@pytest.fixture
def root(tmp_path: pathlib.Path) -> pathlib.Path:
    return DPKG.make_root(tmp_path)


@pytest.mark.parametrize(
    ('status', 'is_there'),
    [
        ('installed', True),
        ('unpacked', True),
        ('half-configured', True),
        ('triggers-awaited', True),
        ('triggers-pending', True),
        ('config-files', False),
        ('not-installed', False),
    ],
)
def test_a_package_counts_whose_files_are_there(
    root: pathlib.Path, status: str, is_there: bool
) -> None:
    said = DPKG.ask(
        root, managing.says(f'{status}\tqemu-utils\t1:7.2-1'), 'qemu-utils'
    )
    assert said == {
        'qemu-utils': Installed('1:7.2-1')
        if is_there
        else Unknown('qemu-utils is not installed')
    }


def test_a_half_installed_package_is_neither_there_nor_gone(
    root: pathlib.Path,
) -> None:
    said = DPKG.ask(
        root,
        managing.says('half-installed\tqemu-utils\t1:7.2-1'),
        'qemu-utils',
    )
    assert said == {
        'qemu-utils': Unknown('qemu-utils is half-installed; install it again')
    }


def test_an_image_without_dpkg_has_a_file_for_each_package(
    tmp_path: pathlib.Path,
) -> None:
    directory = tmp_path / 'var/lib/dpkg/status.d'
    directory.mkdir(parents=True)
    (directory / 'libssl3').write_text(
        'Package: libssl3\nArchitecture: amd64\nVersion: 3.0.17-1~deb12u2\n'
        'Description: toolkit\n Version: 9\n'
    )
    (directory / 'libssl3.md5sums').write_text(
        'd41d8cd98f00b204e9800998ecf8427e  usr/lib/libssl.so.3\n'
    )
    (directory / 'base').write_text('Package: base-files\n')
    machine = facts_machine.Machine(str(tmp_path))
    questions = ['libssl3', 'base-files', '/lib/libssl.so.3', '/bin/sh']
    assert dpkg.probe(questions, machine) == {
        'libssl3': Installed('3.0.17-1~deb12u2'),
        'base-files': Unknown('base-files is not installed'),
        '/lib/libssl.so.3': 'libssl3',
        '/bin/sh': '',
    }


def test_what_dpkg_does_not_know_is_not_installed(root: pathlib.Path) -> None:
    said = managing.says('installed\ta\t1', code=1)
    text = f'echo "no packages found" >&2; {said}'
    assert DPKG.ask(root, text, 'a', 'b') == {
        'a': Installed('1'),
        'b': Unknown('b is not installed'),
    }


def test_architectures_count_once_if_their_versions_are_the_same(
    root: pathlib.Path,
) -> None:
    text = managing.says(
        'installed\ta\t1',
        'installed\ta\t1',
        'installed\tb\t2',
        'installed\tb\t1',
        'config-files\tb\t0',
    )
    assert DPKG.ask(root, text, 'a', 'b') == {
        'a': Installed('1'),
        'b': Unknown('b is installed in several versions: 1, 2'),
    }


def test_dpkg_is_asked_about_the_root_and_for_nothing_else(
    root: pathlib.Path,
) -> None:
    DPKG.ask(root, 'exit 1', 'qemu-*', '-x', '--version', '/bin/a', '/-b')
    lines = managing.asked(root)
    assert lines[0] == f'--admindir={root}/var/lib/dpkg'
    first = lines.index('--')
    assert lines[first + 1 : first + 4] == ['qemu-*', '-x', '--version']
    second = lines.index('--', first + 1)
    assert {'/bin/a', '/-b'} <= set(lines[second + 1 :])


def test_a_pattern_is_no_name(root: pathlib.Path) -> None:
    text = managing.says(
        'installed\tqemu-utils\t1', 'installed\tqemu-system\t1'
    )
    assert DPKG.ask(root, text, 'qemu-*') == {
        'qemu-*': Unknown('qemu-* is not installed')
    }


def test_a_name_can_have_an_architecture(root: pathlib.Path) -> None:
    # dpkg-query answers for libc6:amd64 with the name libc6.
    text = managing.says('installed\tlibc6\t2.36-9')
    assert DPKG.ask(root, text, 'libc6:amd64') == {
        'libc6:amd64': Installed('2.36-9')
    }


@pytest.mark.parametrize(
    ('said', 'package'),
    [
        ([f'qemu-utils: {IMG}'], 'qemu-utils'),
        ([f'qemu-utils:amd64: {IMG}'], 'qemu-utils'),
        ([f'a:amd64, a:i386: {IMG}'], 'a'),
        ([f'a, b: {IMG}'], 'a'),
        (['qemu-utils: /bin/qemu-img'], 'qemu-utils'),
        (['qemu-utils: /usr/bin/qemu-img-2'], ''),
        ([f'dpkg-query: no path found matching pattern {IMG}'], ''),
        # A diversion puts its file elsewhere, so this is another file.
        (
            [
                f'diversion by mine from: {IMG}',
                f'diversion by mine to: {IMG}.distrib',
                f'qemu-utils: {IMG}',
                f'mine: {IMG}',
            ],
            'mine',
        ),
        (
            [
                f'local diversion from: {IMG}',
                f'local diversion to: {IMG}.distrib',
            ],
            '',
        ),
        (
            [
                f'local diversion from: {IMG}',
                f'local diversion to: {IMG}.distrib',
                f'qemu-utils: {IMG}',
            ],
            '',
        ),
        ([f'local diversion to: {IMG}'], ''),
        ([f'diversion by mine to: {IMG}'], ''),
    ],
)
def test_the_package_of_a_file_is_reported(
    root: pathlib.Path, said: list[str], package: str
) -> None:
    assert DPKG.ask(root, managing.says(*said), IMG) == {IMG: package}


def test_packages_and_files_are_reported_together(root: pathlib.Path) -> None:
    of_files = f'case "$*" in *--search*) echo "a: {IMG}"; exit 1;; esac'
    text = f'{of_files}\n' + managing.says('installed\ta\t1')
    assert DPKG.ask(root, text, IMG, 'a', '/opt/x') == {
        'a': Installed('1'),
        IMG: 'a',
        '/opt/x': '',
    }


@pytest.mark.parametrize(
    ('text', 'cause'),
    [
        (
            'echo "dpkg-query: error: no" >&2; exit 2',
            'dpkg-query fails: dpkg-query: error: no',
        ),
        ('exit 127', 'dpkg-query fails: exit code 127'),
        ('kill -SEGV $$', 'dpkg-query fails: exit code -11'),
        ('exec sleep 60', '{} did not answer within 0.3 s'),
        ('exec yes', '{} printed more than 1 MiB; stopped reading'),
    ],
)
@pytest.mark.parametrize('question', ['qemu-utils', IMG])
def test_a_broken_dpkg_tells_nothing(
    root: pathlib.Path, text: str, cause: str, question: str
) -> None:
    path = DPKG.path(root)
    with pytest.raises(exceptions.ProbeError) as caught:
        DPKG.ask(root, text, question, timeout=0.3)
    assert str(caught.value) == cause.format(path)


def test_a_root_without_a_database_is_not_taken_for_an_empty_one(
    tmp_path: pathlib.Path,
) -> None:
    machine = facts_machine.Machine(str(tmp_path), {'PATH': '/usr/bin'})
    for question in ('qemu-utils', IMG):
        with pytest.raises(exceptions.ProbeError, match='database'):
            dpkg.probe([question], machine)


def test_a_machine_without_dpkg_says_so(
    root: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Programs are looked for in the standard directories too.
    monkeypatch.setattr(facts_machine, '_DIRECTORIES', '/nowhere')
    machine = facts_machine.Machine(str(root), {'PATH': '/nowhere'})
    with pytest.raises(exceptions.ProbeError) as caught:
        dpkg.probe(['a'], machine)
    assert str(caught.value) == 'dpkg-query is not installed'
