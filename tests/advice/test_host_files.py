# SPDX-License-Identifier: Apache-2.0
"""The facts of a host, and its host file."""

import json
import pathlib
import tempfile
from typing import Any

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies
import pytest
import yaml

from workarounds import exceptions
from workarounds.advice.facts import hosts as facts_hosts
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown

FULL = Host(
    'almalinux:9',
    'rpm',
    {
        'qemu-img': Installed('17:6.2.0-11.el9_0', 'AlmaLinux'),
        'libvirt-daemon': Unknown('libvirt-daemon is not installed'),
        'seabios': Installed('1.16-1'),
    },
    {
        'qemu': Reported('6.2.0', '/usr/bin/qemu-img', 'qemu-img'),
        'own': Reported('9', '/usr/local/bin/own', ''),
        'linux': Reported('5.14.0'),
        'libvirt': Unknown('libvirtd is not installed'),
    },
    '33.0.0',
    {
        'nova-rootwrap: pkg_resources': 'absent',
        '/usr/lib/tool.py: fsync(': Unknown('it cannot be read'),
    },
)


def read(directory: str | pathlib.Path, text: str) -> Host:
    path = pathlib.Path(directory, 'host.json')
    path.write_bytes(text.encode())
    return facts_hosts.read_host(path)


def test_what_is_written_is_read_again(tmp_path: pathlib.Path) -> None:
    assert read(tmp_path, json.dumps(FULL.to_data())) == FULL


def test_yaml_says_the_same_as_json(tmp_path: pathlib.Path) -> None:
    assert read(tmp_path, yaml.safe_dump(FULL.to_data())) == FULL


@pytest.mark.parametrize('indent', [None, 2, '\t'])
def test_json_is_read_however_it_is_laid_out(
    tmp_path: pathlib.Path, indent: int | str | None
) -> None:
    data = FULL.to_data()
    assert read(tmp_path, json.dumps(data, indent=indent)) == FULL
    tight = json.dumps(data, separators=(',', ':'))
    assert read(tmp_path, tight.replace('/', '\\/')) == FULL


def test_a_fact_says_no_more_than_is_known() -> None:
    assert FULL.to_data() == {
        'schema': 1,
        'platform': 'almalinux:9',
        'package_manager': 'rpm',
        'packages': {
            'qemu-img': {
                'version': '17:6.2.0-11.el9_0',
                'vendor': 'AlmaLinux',
            },
            'libvirt-daemon': {'unknown': 'libvirt-daemon is not installed'},
            'seabios': {'version': '1.16-1'},
        },
        'components': {
            'qemu': {
                'version': '6.2.0',
                'program': '/usr/bin/qemu-img',
                'package': 'qemu-img',
            },
            'own': {
                'version': '9',
                'program': '/usr/local/bin/own',
                'package': '',
            },
            'linux': {'version': '5.14.0'},
            'libvirt': {'unknown': 'libvirtd is not installed'},
        },
        'service_version': '33.0.0',
        'contents': {
            'nova-rootwrap: pkg_resources': 'absent',
            '/usr/lib/tool.py: fsync(': {'unknown': 'it cannot be read'},
        },
    }


def test_what_a_host_file_leaves_out_is_not_known(
    tmp_path: pathlib.Path,
) -> None:
    host = read(tmp_path, 'schema: 1\nplatform: debian:12\n')
    manager, release = (
        Unknown(f'the host file does not state the {what}')
        for what in ('package manager', 'release')
    )
    assert host == Host('debian:12', manager, service_version=release)
    assert host.package('qemu-utils') == manager


def test_a_version_stays_as_it_is_written(tmp_path: pathlib.Path) -> None:
    text = (
        'schema: 1\nplatform: ubuntu:24.10\nservice_version: 12.10\n'
        'packages:\n  a: {version: 1.10}\n  b: {version: 1_0}\n'
        '  c: {version: 0x10}\n  d: {version: 2026-01-01}\n'
    )
    host = read(tmp_path, text)
    assert host.service_version == '12.10'
    assert [
        package.version if isinstance(package, Installed) else None
        for package in host.packages.values()
    ] == ['1.10', '1_0', '0x10', '2026-01-01']


@pytest.mark.parametrize(
    ('host', 'name'),
    [
        (Host('debian:12'), 'debian:12'),
        (
            Host(Unknown('there is no os-release file')),
            'this platform (there is no os-release file)',
        ),
    ],
)
def test_a_host_is_called_by_its_platform(host: Host, name: str) -> None:
    assert host.name == name


def test_a_fact_that_was_not_asked_for_is_not_known() -> None:
    assert FULL.package('zlib') == Unknown(
        'the facts do not include the package zlib'
    )
    assert FULL.component('zlib') == Unknown(
        'the facts do not include the version of zlib'
    )
    assert Host('debian:12').package('zlib') == Unknown(
        'the facts do not include it'
    )


def test_without_a_package_manager_no_package_is_known() -> None:
    broken = Unknown('dpkg-query fails: no')
    host = Host('debian:12', broken, {'a': Installed('1')})
    assert host.package('a') == broken


@pytest.mark.parametrize(
    ('text', 'problems'),
    [
        (
            'schema: 2\nplatform: debian:12\n',
            [
                "1: schema: '2' is not 1, the schema version of host files "
                'that this release reads'
            ],
        ),
        ('schema: 1\n', ["1: 'platform' is missing; add it"]),
        (
            'schema: 1\nplatform: Debian 12\n',
            [
                "2: platform: 'Debian 12' is not ID:VERSION_ID of an "
                'os-release file, such as debian:12'
            ],
        ),
        (
            'schema: 1\nplatform: {unknown: a, why: b}\n',
            ['2: platform.why: is unknown here; known are unknown'],
        ),
        (
            'schema: 1\nplatform: a:1\npackage_manager: apt\n',
            ["3: package_manager: 'apt' is not dpkg or rpm"],
        ),
        (
            'schema: 1\nplatform: a:1\npackages:\n'
            '  a: {version: 1, vendr: x}\n  b: {version: v1}\n  c: {}\n',
            [
                "4: packages.a.vendr: is unknown here; did you mean 'vendor'?",
                "5: packages.b.version: 'v1' is not a version, which starts "
                'with a digit',
                "6: packages.c: 'version' is missing; add it",
            ],
        ),
        (
            'schema: 1\nplatform: a:1\n'
            'components:\n  q: {version: 1, program: bin/q}\n',
            ["4: components.q.program: 'bin/q' is not the path of a program"],
        ),
        (
            'schema: 1\nplatform: a:1\npackages:\n'
            '  a: {unknown: why, version: 1}\n',
            ['4: packages.a.version: is unknown here; known are unknown'],
        ),
        (
            'schema: 1\nplatform: a:1\nservice_version:\n',
            [
                "3: service_version: '' is not a version, which starts with "
                'a digit'
            ],
        ),
    ],
)
def test_faults_of_a_host_file_have_their_lines(
    tmp_path: pathlib.Path, text: str, problems: list[str]
) -> None:
    with pytest.raises(exceptions.DataFileError) as caught:
        read(tmp_path, text)
    path = tmp_path / 'host.json'
    assert str(caught.value).splitlines() == [
        f'{path}:{problem}' for problem in problems
    ]


@pytest.mark.parametrize(
    'text',
    [
        'schema: 1\nplatform: "debian:12\\n"\n',
        'schema: 1\nplatform: a:1\nservice_version: "1\\n"\n',
        'schema: 1\nplatform: a:1\npackages: {"a\\n": {version: 1}}\n',
        'schema: 1\nplatform: a:1\npackages: {a: {version: "1\\n"}}\n',
        'schema: 1\nplatform: {unknown: "a\\nb"}\n',
        'schema: 1\nplatform: {unknown: "a\\n"}\n',
        'schema: 1\nplatform: a:1\n'
        'packages: {a: {version: 1, vendor: "a\\nb"}}\n',
    ],
)
def test_a_newline_is_no_part_of_a_fact(
    tmp_path: pathlib.Path, text: str
) -> None:
    with pytest.raises(exceptions.DataFileError, match=' is not '):
        read(tmp_path, text)


# A cause is one line, and so is the name of a vendor.
words = strategies.text(
    strategies.characters(codec='utf-8', exclude_characters='\n'),
    min_size=1,
    max_size=50,
)
unknown = words.map(Unknown)
name = strategies.from_regex(
    r'[A-Za-z0-9][A-Za-z0-9._+-]{0,20}', fullmatch=True
)
version = strategies.from_regex(
    r'[0-9][A-Za-z0-9_.+~:^-]{0,9}', fullmatch=True
)
platform = strategies.from_regex(
    r'[a-z0-9._-]{1,9}:[A-Za-z0-9._-]{1,9}', fullmatch=True
)
installed = strategies.builds(Installed, version, strategies.just('') | words)
reported = strategies.builds(
    Reported,
    version,
    strategies.just('') | words.map('/{}'.format),
    strategies.none() | strategies.just('') | name,
)
managers: Any = strategies.sampled_from(['dpkg', 'rpm'])
hosts = strategies.builds(
    Host,
    platform | unknown,
    managers | unknown,
    strategies.dictionaries(name, installed | unknown, max_size=3),
    strategies.dictionaries(name, reported | unknown, max_size=3),
    version | unknown,
)


@given(hosts)
@settings(deadline=None, database=None, max_examples=50)
def test_whatever_is_known_is_read_as_it_was_written(
    host: Host,
) -> None:
    with tempfile.TemporaryDirectory() as directory:
        assert read(directory, json.dumps(host.to_data())) == host
