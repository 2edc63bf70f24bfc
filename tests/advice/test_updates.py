# SPDX-License-Identifier: Apache-2.0
"""New rows for data files: from files, package lists and a server."""

from collections.abc import Iterator
import dataclasses
import datetime
import http.server
import json
import os
import pathlib
import threading
from typing import Any

import pytest

from workarounds import exceptions
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.machine import Ran
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.platforms import Shipped
from workarounds.advice.facts.updates import distro_info
from workarounds.advice.facts.updates import endoflife
from workarounds.advice.facts.updates import releases
from workarounds.advice.facts.updates import shipped
from workarounds.advice.facts.updates.releases import Release

DAY = datetime.date(2026, 11, 26)
LATER = datetime.date(2027, 6, 1)
DEBIAN = """\
version,codename,series,created,release,eol,eol-lts,eol-elts
13,Trixie,trixie,2023-06-10,2025-08-09,2028-08-09,2030-06-30,2035-06-30
14,Forky,forky,2025-08-09
,Sid,sid,1993-08-16
"""
UBUNTU = """\
version,codename,series,created,release,eol,eol-server
26.04 LTS,Resolute Raccoon,resolute,2025-10-09,2026-04-23,2031-05-29,2031-05-29
26.10,Stonking Stingray,stonking,2026-04-24,2026-10-15,2027-07-15
"""


def release(name: str, **facts: Any) -> Release:
    return Release(name, f'Title of {name}', 'their file', DAY, **facts)


def platform(name: str, manager: Any = 'dpkg', **facts: Any) -> Platform:
    return Platform(name, f'Title of {name}', manager, 'ours', **facts)


def new_rows(
    found: Release, *known: Platform, as_of: datetime.date | None = None
) -> dict[str, dict[str, Any]]:
    by_name = {row.id: row for row in known}
    return releases.new_rows([found], by_name, as_of)


def test_a_newer_release_of_a_known_distribution_is_new() -> None:
    found = release('ubuntu:26.10', released=DAY, end_of_life=LATER)
    assert new_rows(found, platform('ubuntu:26.04')) == {
        'ubuntu:26.10': {
            'title': 'Title of ubuntu:26.10',
            'released': '2026-11-26',
            'end_of_life': '2027-06-01',
            'source': 'their file',
            'packages': 'dpkg',
        }
    }


@pytest.mark.parametrize(
    ('name', 'facts'),
    [
        # Old, of another distribution, or not released.
        ('ubuntu:23.10', {'released': DAY}),
        ('acme:2', {'released': DAY}),
        ('opensuse-leap:42.3', {'released': DAY}),
        ('ubuntu:27.04', {}),
    ],
)
def test_other_releases_are_not_new(name: str, facts: dict[str, Any]) -> None:
    known = platform('ubuntu:26.04'), platform('opensuse-leap:15.6')
    assert new_rows(release(name, **facts), *known) == {}


@pytest.mark.parametrize(
    ('as_of', 'is_believed'),
    [
        (None, True),
        (DAY - datetime.timedelta(1), True),
        (DAY, False),
        (LATER, False),
    ],
)
def test_a_day_that_differs_is_new_unless_the_source_is_older(
    as_of: datetime.date | None, is_believed: bool
) -> None:
    known = platform(
        'fedora:43',
        'rpm',
        released=DAY,
        end_of_life=DAY,
        marks=['fc43'],
        vendors=['Fedora Project'],
    )
    found = release('fedora:43', end_of_life=LATER)
    row = {
        'title': 'Title of fedora:43',
        'released': '2026-11-26',
        'end_of_life': '2027-06-01',
        'source': 'their file',
        'packages': 'rpm',
        'marks': ['fc43'],
        'vendors': ['Fedora Project'],
    }
    expected = {'fedora:43': row} if is_believed else {}
    assert new_rows(found, known, as_of=as_of) == expected
    same = release('fedora:43', end_of_life=DAY)
    assert new_rows(same, known, as_of=as_of) == {}


def test_the_files_of_distro_info_are_releases(tmp_path: pathlib.Path) -> None:
    for name, text in (('debian', DEBIAN), ('ubuntu', UBUNTU)):
        path = tmp_path / f'{name}.csv'
        path.write_text(text)
        os.utime(path, (1777125600, 1777125600))
    found = distro_info.read_releases(str(tmp_path))
    assert [row.id for row in found] == [
        *('debian:13', 'debian:14', 'ubuntu:26.04', 'ubuntu:26.10'),
    ]
    assert found[0] == Release(
        'debian:13',
        'Debian 13 (trixie)',
        'distro-info-data, debian.csv of 2026-04-25',
        datetime.date(2026, 4, 25),
        datetime.date(2025, 8, 9),
        datetime.date(2028, 8, 9),
        datetime.date(2030, 6, 30),
    )
    assert (found[1].released, found[2].title) == (
        None,
        'Ubuntu 26.04 LTS (resolute)',
    )


@pytest.mark.parametrize(
    ('text', 'problem'),
    [
        (b'version,series,release\n9,a,soon\n', ':2: is not a release'),
        (b'version,release\n9,2026-01-01\n', ':2: is not a release'),
        (b'\xff', ': is not UTF-8'),
        (b'', ': has no release'),
        (b'version,series,release\n', ': has no release'),
        (b'broken,line\n', ': has no release'),
        (b'version,codename,series\nbroken,line\n', ':2: is not a release'),
        (b'version,series\n9,a,b\n', ':2: is not a release'),
        (b'version,series\nnine and,a\n', ':2: is not a release'),
    ],
)
def test_a_file_of_distro_info_that_is_broken_is_refused(
    tmp_path: pathlib.Path, text: bytes, problem: str
) -> None:
    path = tmp_path / 'debian.csv'
    path.write_bytes(text)
    with pytest.raises(exceptions.DataFileError) as caught:
        distro_info.read_releases(str(tmp_path))
    assert str(caught.value) == (
        f'{path}{problem}; install distro-info-data again'
    )


FEDORA = {
    'schema_version': '1.2.1',
    'result': {
        'name': 'fedora',
        'label': 'Fedora Linux',
        'releases': [
            {'name': '45', 'releaseDate': '2026-10-27', 'eolFrom': None},
            {'name': 'a b', 'releaseDate': None, 'eolFrom': None},
        ],
    },
}


class Server(http.server.ThreadingHTTPServer):
    """Answers with what each path has, or 404."""

    def __init__(self) -> None:
        self.answers: dict[str, bytes] = {}
        super().__init__(('127.0.0.1', 0), Handler)

    @property
    def address(self) -> str:
        return f'http://127.0.0.1:{self.server_port}'


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        answer = self.server.answers.get(self.path)
        self.send_response(404 if answer is None else 200)
        self.end_headers()
        self.wfile.write(answer or b'')

    def log_message(self, *arguments: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as found:
        thread = threading.Thread(target=found.serve_forever, args=(0.01,))
        thread.start()
        yield found
        found.shutdown()
        thread.join()


def test_the_releases_of_endoflife_date_are_fetched(server: Server) -> None:
    answer = json.dumps(FEDORA).encode()
    server.answers['/api/v1/products/fedora'] = answer
    found = endoflife.fetch_releases(
        f'{server.address}/api/v1/', ['fedora', 'acme'], DAY
    )
    assert found == [
        Release(
            'fedora:45',
            'Fedora Linux 45',
            f'{server.address}/api/v1/products/fedora',
            DAY,
            datetime.date(2026, 10, 27),
        )
    ]


def test_the_later_product_of_a_distribution_counts(server: Server) -> None:
    for product, day in (('centos', DAY), ('centos-stream', LATER)):
        row = {'name': '8', 'releaseDate': None, 'eolFrom': str(day)}
        content = {'result': {'label': product, 'releases': [row]}}
        server.answers[f'/products/{product}'] = json.dumps(content).encode()
    [found] = endoflife.fetch_releases(server.address, ['centos'], DAY)
    assert (found.id, found.end_of_life) == ('centos:8', LATER)


@pytest.mark.parametrize(
    ('answer', 'problem'),
    [
        (None, 'answers 404; check the address'),
        (b'<html>', 'is not what version 1 of the API of endoflife.date '),
        (b'[]', 'is not what version 1 of the API of endoflife.date '),
        (
            b'{"result": {"label": "F", "releases": []}}',
            'is not what version 1 of the API of endoflife.date ',
        ),
        (b'{"result": {}}', 'is not what version 1 of the API of endoflife'),
    ],
)
def test_an_answer_that_is_none_is_refused(
    server: Server, answer: bytes | None, problem: str
) -> None:
    if answer is not None:
        server.answers['/products/fedora'] = answer
    with pytest.raises(exceptions.DataFileError) as caught:
        endoflife.fetch_releases(server.address, ['fedora'], DAY)
    place = f'{server.address}/products/fedora'
    assert str(caught.value).startswith(f'{place}: {problem}')


@pytest.mark.parametrize(
    ('address', 'problem'),
    [
        ('file:///etc/passwd', 'is not an address; give one such as https'),
        ('endoflife.date', 'is not an address; give one such as https'),
        ('https://a:secret@b.example/', 'has a user name, which would be'),
    ],
)
def test_an_address_that_is_none_is_refused(
    address: str, problem: str
) -> None:
    with pytest.raises(exceptions.DataFileError) as caught:
        endoflife.fetch_releases(address, ['fedora'], DAY)
    assert problem in str(caught.value)
    assert 'secret' not in str(caught.value)


ARCHIVE = 'http://archive.ubuntu.com/ubuntu'
POCKET = f'qemu-utils | 1:10.3.0+ds-1ubuntu2 | {ARCHIVE} stonking/main'


@dataclasses.dataclass(frozen=True)
class Ubuntu(Machine):
    """A machine whose apt-cache prints something."""

    name: str = 'ubuntu:26.10'
    lists: str = ''

    def platform(self) -> str | Unknown:
        return self.name

    def find_program(self, name: str) -> str:
        return f'/usr/bin/{name}'

    def run(self, program: str, *arguments: str) -> Ran:
        assert program == '/usr/bin/apt-cache'
        assert arguments == ('madison', 'qemu-utils')
        return Ran(0, self.lists, '')


def dataset(*shipped: str) -> Dataset:
    ships = {name: Shipped('8.0', 'qemu-utils', 's') for name in shipped}
    return Dataset(
        platforms={'ubuntu:26.10': platform('ubuntu:26.10')},
        ships={'qemu': ships, 'linux': {'debian:13': Shipped('6', 'l', 's')}},
    )


def test_the_release_pocket_says_what_an_ubuntu_first_shipped() -> None:
    updates = POCKET.replace('stonking', 'stonking-updates').replace(
        'ubuntu2', 'ubuntu2.1'
    )
    machine = Ubuntu(
        lists=f'{updates} amd64 Packages\n {POCKET} amd64 Packages\n'
    )
    assert shipped.new_rows(machine, dataset('ubuntu:24.04')) == {
        'qemu': {
            'ubuntu:26.10': {
                'version': '10.3.0',
                'package': 'qemu-utils',
                'package_version': '1:10.3.0+ds-1ubuntu2',
                'source': f'apt-cache madison qemu-utils: {ARCHIVE} stonking',
            }
        }
    }


@pytest.mark.parametrize(
    ('old', 'new'),
    [
        # A pocket that changes, another archive, a candidate, no binary.
        ('stonking', 'stonking-security'),
        (ARCHIVE, 'https://ppa.launchpadcontent.net/a/b/ubuntu'),
        (ARCHIVE, 'http://ubuntu.com.example/ubuntu'),
        ('10.3.0+ds', '10.3.0~rc1+ds'),
        ('amd64 Packages', 'Sources'),
    ],
)
def test_nothing_else_says_what_an_ubuntu_first_shipped(
    old: str, new: str
) -> None:
    lists = f'{POCKET} amd64 Packages\n'.replace(old, new)
    machine = Ubuntu(lists=lists)
    assert shipped.new_rows(machine, dataset('ubuntu:24.04')) == {}


@pytest.mark.parametrize(
    ('name', 'known'),
    [
        ('debian:13', 'ubuntu:24.04'),
        ('ubuntu:28.04', 'ubuntu:24.04'),
        ('ubuntu:26.10', 'ubuntu:26.10'),
        ('ubuntu:26.10', 'debian:13'),
    ],
)
def test_no_list_is_read_where_it_would_say_nothing_new(
    name: str, known: str
) -> None:
    machine = Ubuntu(name=name, environ={}, lists=f'{POCKET} amd64 Packages')
    assert shipped.new_rows(machine, dataset(known)) == {}


@dataclasses.dataclass(frozen=True)
class Fedora(Machine):
    """A machine whose dnf prints something."""

    output: str = ''
    code: int = 0

    def platform(self) -> str | Unknown:
        return 'fedora:44'

    def find_program(self, name: str) -> str:
        return f'/usr/bin/{name}'

    def run(self, program: str, *arguments: str) -> Ran:
        assert program == '/usr/bin/dnf'
        assert '--cacheonly' in arguments
        assert arguments[-1] == 'qemu-img'
        return Ran(self.code, self.output, 'Error: no cache\nmore')


def on_fedora(output: str, code: int = 0) -> dict[str, Any]:
    ships = {'fedora:43': Shipped('10.1.0', 'qemu-img', 's')}
    known = Dataset(
        platforms={'fedora:44': platform('fedora:44')}, ships={'qemu': ships}
    )
    machine = Fedora('/', {}, output=output, code=code)
    return shipped.new_rows(machine, known)


def test_the_frozen_repository_says_what_a_fedora_first_shipped() -> None:
    # As dnf 4 prints it, with an empty line behind each.
    assert on_fedora('qemu-img 2:10.2.2-1.fc44\n\n') == {
        'qemu': {
            'fedora:44': {
                'version': '10.2.2',
                'package': 'qemu-img',
                'package_version': '2:10.2.2-1.fc44',
                'source': 'dnf --enablerepo=fedora repoquery qemu-img',
            }
        }
    }


@pytest.mark.parametrize(
    'output',
    [
        '',
        'qemu-img 2:10.2.2-1.fc43\n',
        'qemu-img 2:10.2.0~rc1-1.fc44\n',
        'qemu-kvm 2:10.2.2-1.fc44\n',
        'qemu-img 2:10.2.2-1.fc44 \x1b[2J\n',
    ],
)
def test_nothing_else_says_what_a_fedora_first_shipped(output: str) -> None:
    assert on_fedora(output) == {}


def test_a_fedora_without_lists_says_why() -> None:
    with pytest.raises(exceptions.ProbeError) as caught:
        on_fedora('', 1)
    assert str(caught.value) == '/usr/bin/dnf: Error: no cache more'
