# SPDX-License-Identifier: Apache-2.0
"""Facts of this machine and of other roots, and the advice from them."""

import json
import os
import pathlib
import subprocess
from typing import Any

import jsonschema
import pytest

from tests import capabilities
from tests.functional import advising
from tests.functional import command_line
from workarounds.advice.facts import schema as facts_schema

BOTH = advising.BOTH
ONLY = ('--only', advising.FSYNC)
CAME = 'debian:12 first shipped QEMU 7.2, which includes the fix (2.2.0)'


def facts(*arguments: object, **environ: str) -> dict[str, Any]:
    done = command_line.run(*arguments, **environ)
    assert (done.returncode, done.stderr) == (0, '')
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def assess(*arguments: object) -> tuple[str, str]:
    """Return the status of the flush and why, without a configuration."""
    _, [row] = advising.run(
        *(*BOTH, '--config-file', '/dev/null', 'advise', *ONLY, *arguments)
    )
    return row['status'], row['message']


@capabilities.on_debian_12
def test_the_facts_of_this_debian_are_those_of_its_own_programs() -> None:
    found = facts(*BOTH, 'facts')
    assert found['schema'] == 1
    assert found['platform'] == 'debian:12'
    assert found['package_manager'] == 'dpkg'
    assert found['packages']['qemu-utils'] == {
        'version': advising.installed('qemu-utils')
    }
    said = subprocess.run(
        ['qemu-img', '--version'], capture_output=True, check=True, text=True
    ).stdout
    qemu = found['components']['qemu']
    assert f'version {qemu["version"]} ' in said
    assert qemu['program'] == '/usr/bin/qemu-img'
    assert qemu['package'] == 'qemu-utils'


def test_a_package_that_is_not_installed_is_said_not_to_be() -> None:
    found = facts(*BOTH, 'facts')
    for name, fact in found['packages'].items():
        assert (
            'version' in fact or fact['unknown'] == f'{name} is not installed'
        )


def test_the_facts_are_a_host_file() -> None:
    schema = json.loads(facts_schema.text('host'))
    jsonschema.Draft202012Validator(schema).validate(facts(*BOTH, 'facts'))


@pytest.mark.parametrize(
    'namespaces', [('--namespace', 'nova'), ('--namespace', 'qemu-img')]
)
def test_advise_says_the_same_of_the_facts_as_of_the_machine(
    tmp_path: pathlib.Path, namespaces: tuple[str, ...]
) -> None:
    conf = tmp_path / 'nova.conf'
    conf.write_text('[workarounds]\n')
    there = (*namespaces, '--config-file', conf, 'advise', '-f', 'json')
    said = command_line.run(*namespaces, 'facts')
    piped = subprocess.run(
        [
            command_line.tool('workarounds'),
            *map(str, there),
            '--host=/dev/stdin',
        ],
        capture_output=True,
        check=False,
        env=command_line.environment(),
        input=said.stdout,
        text=True,
        timeout=command_line.PATIENCE,
    )
    here = command_line.run(*there)
    # Only the source of the release differs.
    assert piped.stdout == here.stdout.replace(
        '"source": "installed distribution"', '"source": "host file"'
    )
    assert (piped.returncode, piped.stderr) == (here.returncode, here.stderr)


def test_the_service_version_is_a_fact() -> None:
    found = facts(*BOTH, '--service-version', '31.0.0', 'facts')
    assert found['service_version'] == '31.0.0'


@capabilities.needs_dpkg
@pytest.mark.parametrize(
    ('version', 'word', 'said'),
    [
        (
            '1:7.2+dfsg-7+deb12u1',
            'not-needed',
            f'{CAME}; installed: qemu-utils 1:7.2+dfsg-7+deb12u1',
        ),
        (
            '1:8.2.1+ds-1~bpo12+1',
            'unknown',
            f'{CAME}; but qemu-utils 1:8.2.1+ds-1~bpo12+1 is a backport from '
            f'a later release (~bpo)',
        ),
    ],
)
def test_another_root_is_assessed_by_its_own_database(
    tmp_path: pathlib.Path, version: str, word: str, said: str
) -> None:
    root = advising.make_root(
        tmp_path / 'root', advising.DEBIAN_12, advising.stanza(version)
    )
    assert assess('--root', root) == (word, said)
    found = facts(*BOTH, 'facts', '--root', root)
    assert found['packages']['qemu-utils'] == {'version': version}
    assert found['components']['qemu'] == {
        'unknown': f'qemu-img below {root} cannot be run from here'
    }
    assert found['service_version'] == {
        'unknown': f'the Python distributions of {root} cannot be seen from '
        f'here'
    }


@capabilities.needs_dpkg
@pytest.mark.parametrize(
    'state', ['deinstall ok config-files', 'unknown ok not-installed']
)
def test_what_only_left_its_configuration_is_not_installed(
    tmp_path: pathlib.Path, state: str
) -> None:
    root = advising.make_root(
        tmp_path / 'root',
        advising.DEBIAN_12,
        advising.stanza('1:7.2+dfsg-7', state),
    )
    assert assess('--root', root) == (
        'unknown',
        f'{CAME}; but qemu-utils is not installed',
    )


@capabilities.needs_dpkg
def test_a_broken_database_is_reported_with_what_is_wrong(
    tmp_path: pathlib.Path,
) -> None:
    root = advising.make_root(
        tmp_path / 'root',
        advising.DEBIAN_12,
        f'{advising.stanza("1:7.2+dfsg-7")}Package',
    )
    word, said = assess('--root', root)
    assert word == 'unknown'
    assert said.startswith(f'{CAME}; but dpkg-query fails: dpkg-query: error')
    # dpkg says what is wrong in its second line.
    assert 'field name' in said


@capabilities.needs_dpkg
@pytest.mark.parametrize('is_there', [False, True])
def test_a_container_without_a_database_is_not_said_to_lack_the_package(
    tmp_path: pathlib.Path, is_there: bool
) -> None:
    root = advising.make_root(tmp_path / 'root', advising.DEBIAN_12)
    if is_there:
        (root / 'var' / 'lib' / 'dpkg').mkdir(parents=True)
    word, said = assess('--root', root)
    assert word == 'unknown'
    assert 'qemu-utils is not installed' not in said
    assert 'database' in said


ALMA = 'ID="almalinux"\nVERSION_ID="9.4"\n'
ALMA_CAME = (
    'almalinux:9 first shipped QEMU 6.2.0, which includes the fix (2.2.0)'
)


def test_a_root_that_may_not_be_entered_is_refused(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = os.access
    monkeypatch.setattr(
        os,
        'access',
        lambda path, mode: path != str(tmp_path) and access(path, mode),
    )
    done = command_line.run(*BOTH, 'facts', '--root', tmp_path)
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr == (
        f'workarounds: --root {tmp_path}: Permission denied; run as a user '
        f'who may read it\n'
    )


def test_packages_wait_for_the_platform(tmp_path: pathlib.Path) -> None:
    (tmp_path / 'etc').mkdir()
    (tmp_path / 'etc/os-release').symlink_to('os-release')
    found = facts('--namespace=qemu-img', 'facts', '--root', tmp_path)
    assert found['platform']['unknown'] == (
        '/etc/os-release cannot be read: Too many levels of symbolic links'
    )
    assert found['package_manager']['unknown'] == (
        'which packages to ask for depends on the platform, which is not known'
    )


@capabilities.needs_rpm
def test_a_container_without_an_rpm_database_is_unknown(
    tmp_path: pathlib.Path,
) -> None:
    root = advising.make_root(tmp_path / 'root', ALMA)
    assert assess('--root', root) == (
        'unknown',
        f'{ALMA_CAME}; but there is no RPM database',
    )


@capabilities.needs_rpm
def test_a_broken_rpm_is_reported_with_what_is_wrong(
    tmp_path: pathlib.Path,
) -> None:
    root = advising.make_root(tmp_path / 'root', ALMA)
    database = root / 'usr' / 'lib' / 'sysimage' / 'rpm'
    database.mkdir(parents=True)
    (database / 'rpmdb.sqlite').write_text('garbage')
    word, said = assess('--root', root)
    assert word == 'unknown'
    assert said.startswith(f'{ALMA_CAME}; but rpm fails: error: ')


def test_a_root_that_does_not_exist_is_a_mistake(
    tmp_path: pathlib.Path,
) -> None:
    # A typing error must not lead to assessments of an empty system.
    for root in (tmp_path / 'missing', '/dev/null'):
        done = command_line.run(*BOTH, 'facts', '--root', root)
        assert (done.returncode, done.stdout) == (2, '')
        assert str(root) in done.stderr


def test_a_link_in_a_root_does_not_lead_out_of_it(
    tmp_path: pathlib.Path,
) -> None:
    # As some distributions have it; it is meant from that root.
    root = advising.make_root(tmp_path / 'root', '')
    (root / 'etc' / 'os-release').unlink()
    (root / 'etc' / 'os-release').symlink_to('/usr/lib/os-release')
    (root / 'usr' / 'lib').mkdir(parents=True)
    (root / 'usr' / 'lib' / 'os-release').write_text(
        'ID=ubuntu\nVERSION_ID="24.04"\n'
    )
    assert facts(*BOTH, 'facts', '--root', root)['platform'] == 'ubuntu:24.04'


@pytest.mark.parametrize(
    ('os_release', 'platform'),
    [
        ("ID='rocky'\nVERSION_ID=9.4\n", 'rocky:9.4'),
        ('# ID=a\nID=fedora\n\nVERSION_ID=43', 'fedora:43'),
        (
            'ID=debian\n',
            {
                'unknown': '/etc/os-release has no VERSION_ID and no '
                'VERSION_CODENAME, as of debian without releases'
            },
        ),
        ('', {'unknown': '/etc/os-release has no ID'}),
        ('\x00\xff\x00', {'unknown': '/etc/os-release has no ID'}),
    ],
)
def test_the_platform_is_what_os_release_says(
    tmp_path: pathlib.Path, os_release: str, platform: object
) -> None:
    root = advising.make_root(tmp_path / 'root', os_release)
    assert facts(*BOTH, 'facts', '--root', root)['platform'] == platform


@pytest.mark.parametrize(
    'os_release',
    [
        # As Deepin 20 has it, against the rules.
        'ID=Deepin\nVERSION_ID="20.9"\n',
        'ID=acme\nVERSION_ID="1.0 (first light)"\n',
        'ID="acme linux"\nVERSION_ID="1+2"\n',
        f'ID=acme\nVERSION_ID="{"9" * 10_000_000}"\n',
    ],
    ids=['upper case', 'blanks', 'a plus', 'too long'],
)
def test_whatever_os_release_says_the_facts_can_be_read_again(
    tmp_path: pathlib.Path, os_release: str
) -> None:
    root = advising.make_root(tmp_path / 'root', os_release)
    found = facts(*BOTH, 'facts', '--root', root)
    host = tmp_path / 'host.json'
    host.write_text(json.dumps(found))
    assert assess('--host', host) == assess('--root', root)


def test_facts_and_a_host_exclude_each_other(tmp_path: pathlib.Path) -> None:
    host = advising.make_host(tmp_path / 'host.json')
    done = command_line.run(
        *BOTH, 'advise', '--host', host, '--root', tmp_path
    )
    assert (done.returncode, done.stdout) == (2, '')
    assert 'not allowed with' in done.stderr
