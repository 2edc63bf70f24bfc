# SPDX-License-Identifier: Apache-2.0
"""The catalogue that is used if none is named."""

import pathlib
import subprocess

import pytest

from tests.functional import command_line

HOST = (
    pathlib.Path(__file__).parents[2]
    / 'doc/source/examples/hosts/debian12.json'
)
INSTALLED = (
    'name one with --namespace, such as: workarounds --namespace nova list; '
    'installed: nova, placement, qemu-img\n'
)


@pytest.fixture
def nova_conf(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / '.nova/nova.conf'
    path.parent.mkdir()
    path.write_text('[workarounds]\ndisable_rootwrap = true\n')
    return path


def run(
    home: pathlib.Path, *arguments: object
) -> subprocess.CompletedProcess[str]:
    return command_line.run(*arguments, HOME=str(home))


@pytest.mark.parametrize(
    'subcommand', ['list', 'check', 'advise', 'show disable_rootwrap']
)
def test_the_only_one_that_has_a_file_here_is_taken(
    tmp_path: pathlib.Path, nova_conf: pathlib.Path, subcommand: str
) -> None:
    done = run(tmp_path, *subcommand.split())
    assert done.stderr == (
        f'workarounds: using the catalogue nova: {nova_conf} exists\n'
    )
    named = run(tmp_path, '--namespace', 'nova', *subcommand.split())
    assert named.stderr == ''
    assert (done.returncode, done.stdout) == (named.returncode, named.stdout)


def test_a_directory_counts_if_it_has_a_file(tmp_path: pathlib.Path) -> None:
    directory = tmp_path / '.nova/nova.conf.d'
    directory.mkdir(parents=True)
    assert run(tmp_path, 'list').returncode == 2
    (directory / 'a.conf').touch()
    done = run(tmp_path, 'list')
    assert done.returncode == 0
    assert done.stderr == (
        f'workarounds: using the catalogue nova: {directory} exists\n'
    )


def test_where_none_has_a_file_it_is_said_what_was_looked_for(
    tmp_path: pathlib.Path,
) -> None:
    done = run(tmp_path, 'check')
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr == (
        'workarounds: no catalogue given, and no configuration file was '
        'found (nova.conf in ~/.nova, ~, /etc/nova or /etc; placement.conf '
        f'in ~/.placement, ~, /etc/placement or /etc); {INSTALLED}'
    )


def test_of_several_none_is_taken(
    tmp_path: pathlib.Path, nova_conf: pathlib.Path
) -> None:
    other = tmp_path / 'placement.conf'
    other.touch()
    done = run(tmp_path, 'check')
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr == (
        'workarounds: no catalogue given, and several have a configuration '
        f'file here: nova ({nova_conf}), placement ({other}); {INSTALLED}'
    )


@pytest.mark.parametrize(
    'arguments',
    [
        ('advise', '--host', HOST),
        ('advise', '--root', '/usr'),
        ('facts', '--root', '/usr'),
        ('list', '--config-file', '/dev/null'),
        ('check', '--config-dir', '/usr'),
    ],
)
def test_none_is_taken_for_another_machine_or_other_files(
    tmp_path: pathlib.Path,
    nova_conf: pathlib.Path,
    arguments: tuple[object, ...],
) -> None:
    done = run(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, '')
    assert str(nova_conf) not in done.stderr
    assert done.stderr.endswith(INSTALLED)
