# SPDX-License-Identifier: Apache-2.0
"""Which data files are read, and whose platforms count."""

import os
import pathlib

import pytest

import workarounds
from workarounds import exceptions
from workarounds.advice.facts import dataset as facts_dataset
from workarounds.advice.facts import sources
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.services import Service
from workarounds.declarations.registry import Registry

FOR_ALL = ['platforms.yaml', 'series.yaml', 'fixes.yaml']


def service(name: str) -> Service:
    return Service(name, name.title(), {})


def registry(*names: str) -> Registry:
    """Return a registry with catalogues of these names."""
    found = Registry()
    for name in names:
        found.add(name, workarounds.Catalogue(project=None, declarations=[]))
    return found


def test_platforms_and_fixes_are_read_whatever_the_catalogue() -> None:
    files, problems = sources.find_data(registry('theirs:HERE'), [])
    assert [os.path.basename(file) for file in files] == FOR_ALL
    assert problems == []


def test_a_catalogue_brings_its_own_data_file() -> None:
    files, _ = sources.find_data(registry('qemu-img', 'nova'), [])
    assert [os.path.basename(file) for file in files] == [
        'platforms.yaml',
        'series.yaml',
        'fixes.yaml',
        'nova.yaml',
    ]
    assert all(pathlib.Path(file).is_file() for file in files)


def test_a_catalogue_without_a_data_file_is_no_fault() -> None:
    files, problems = sources.find_data(registry('no-such'), [])
    assert [os.path.basename(file) for file in files] == FOR_ALL
    assert problems == []


def test_directories_are_read_before_the_files_that_are_named(
    tmp_path: pathlib.Path,
) -> None:
    first, second = tmp_path / 'first', tmp_path / 'second'
    for path in (first / 'b.yaml', first / 'a.yaml', second / 'c.yaml'):
        path.parent.mkdir(exist_ok=True)
        path.touch()
    for name in ('.d.yaml', 'e.yaml~', 'f.yml', 'g.json'):
        (first / name).touch()
    files, problems = sources.find_data(
        registry('nova'),
        ['z.yaml', 'y.yaml'],
        map(str, (first, tmp_path / 'missing', second)),
    )
    assert problems == []
    assert files[4:] == [
        *(f'{first}/a.yaml', f'{first}/b.yaml', f'{second}/c.yaml'),
        *('z.yaml', 'y.yaml'),
    ]


@pytest.mark.parametrize(
    ('path', 'order'),
    [
        ('/etc/d/a.yaml', ['/i/p.yaml', '+', '/etc/d/b.yaml', '/home/c.yaml']),
        ('/etc/d/z.yaml', ['/i/p.yaml', '/etc/d/b.yaml', '+', '/home/c.yaml']),
        ('/home/d.yaml', ['/i/p.yaml', '/etc/d/b.yaml', '/home/c.yaml', '+']),
        # One that is not in a directory is named, so it is the last.
        ('/a.yaml', ['/i/p.yaml', '/etc/d/b.yaml', '/home/c.yaml', '+']),
    ],
)
def test_a_file_is_inserted_where_it_will_be_read(
    path: str, order: list[str]
) -> None:
    files = ['/i/p.yaml', '/etc/d/b.yaml', '/home/c.yaml']
    assert sources.insert(files, path, ['/etc/d', '/home']) == [
        path if file == '+' else file for file in order
    ]


def test_the_installed_files_are_read_without_a_fault() -> None:
    files, problems = sources.find_data(
        registry('nova', 'qemu-img', 'placement'), []
    )
    assert problems == []
    known = facts_dataset.read_data(files)
    assert 'debian:13' in known.platforms
    assert 'nova' in known.services
    assert 'qemu' in {data.component for data in known.fixes}


def test_the_service_is_the_catalogue_that_is_one() -> None:
    known = Dataset(services={'nova': service('nova')})
    found = sources.service(registry('qemu-img', 'nova'), known)
    assert found
    assert found.name == 'nova'


@pytest.mark.parametrize(
    ('namespaces', 'named'),
    [
        (['nova', 'cinder'], 'nova and cinder'),
        (['cinder', 'qemu-img', 'nova'], 'cinder and nova'),
        (['nova', 'cinder', 'glance'], 'nova and cinder and glance'),
    ],
)
def test_two_services_cannot_be_assessed_together(
    namespaces: list[str], named: str
) -> None:
    names = ('nova', 'cinder', 'glance')
    known = Dataset(services={name: service(name) for name in names})
    with pytest.raises(exceptions.SeveralServicesError) as caught:
        sources.service(registry(*namespaces), known)
    assert str(caught.value) == (
        f'{named} are services, each with releases and platforms of its own; '
        f'name one at a time'
    )


def test_a_service_that_is_named_twice_is_one() -> None:
    known = Dataset(services={'nova': service('nova')})
    assert sources.service(registry('nova', 'nova'), known) == service('nova')


@pytest.mark.parametrize('namespaces', [[], ['qemu-img'], ['theirs:NOVA']])
def test_catalogues_of_no_service_have_none(namespaces: list[str]) -> None:
    known = Dataset(services={'nova': service('nova')})
    assert sources.service(registry(*namespaces), known) is None
