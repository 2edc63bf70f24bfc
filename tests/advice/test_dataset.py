# SPDX-License-Identifier: Apache-2.0
"""The facts of data files, and whether the installed files are sound."""

from collections.abc import Iterator
import datetime
import pathlib
import re
from typing import Any

import pytest

from tests.advice import samples
import workarounds
from workarounds import data
from workarounds import exceptions
from workarounds.advice.facts import bugs
from workarounds.advice.facts import dataset as facts_dataset
from workarounds.advice.facts import versions
from workarounds.advice.facts.bugs import FixData
from workarounds.advice.facts.dataset import Component
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.platforms import Shipped
from workarounds.advice.facts.services import Service
from workarounds.advice.facts.services import Stated
from workarounds.advice.facts.services import Supported
from workarounds.catalogs import nova
from workarounds.catalogs import placement
from workarounds.catalogs import qemu_img

SHIPPED = (data.PLATFORMS, data.FIXES, data.NOVA, data.PLACEMENT)
PLATFORM = '  {}: {{title: {}, source: s, packages: dpkg}}\n'
URL = 'https://bugs.example/1'
OTHER = 'https://bugs.example/2'


def write(directory: pathlib.Path, *texts: str) -> list[pathlib.Path]:
    paths = []
    for number, text in enumerate(texts, 1):
        path = directory / f'{number}.yaml'
        day = '' if 'as_of:' in text else 'as_of: 2026-11-23\n'
        path.write_text(f'schema: 1\n{text}{day}')
        paths.append(path)
    return paths


def read(directory: pathlib.Path, *texts: str) -> Dataset:
    return facts_dataset.read_data(write(directory, *texts))


def problems(directory: pathlib.Path, *texts: str) -> list[str]:
    with pytest.raises(exceptions.DataFileError) as caught:
        read(directory, *texts)
    said = str(caught.value).splitlines()
    return [line.removeprefix(f'{directory}/') for line in said]


def unused(
    paths: list[pathlib.Path], registry: workarounds.Registry
) -> list[str]:
    known = facts_dataset.read_data(paths)
    return facts_dataset.unused(known, registry, map(str, paths))


def workaround(name: str = 'fsync', **fields: Any) -> workarounds.Workaround:
    given: dict[str, Any] = {
        'name': name,
        'summary': 'Flushes before it converts.',
        'bugs': [URL],
        'expires': workarounds.Unstated('nobody said'),
        'fix': workarounds.PackageFix(component='qemu', version='2.2.0'),
    }
    return workarounds.Workaround(**(given | fields))


def test_no_file_says_nothing() -> None:
    assert facts_dataset.read_data([]) == Dataset()


def test_a_later_file_replaces_rows_of_an_earlier_one(
    tmp_path: pathlib.Path,
) -> None:
    known = read(
        tmp_path,
        'platforms:\n'
        + PLATFORM.format('a:1', 'one')
        + PLATFORM.format('a:2', 'two')
        + 'components: {c: {title: C}, d: {title: D}}\n'
        'ships:\n'
        '  c:\n'
        '    a:1: {version: 1, package: p, source: s, package_version: 1-1}\n'
        '    a:2: {version: 2, package: p, source: s}\n'
        f'fixes: {{c: {{{URL}: {{packages: {{}}}}}}}}\n',
        'platforms:\n'
        + PLATFORM.format('a:1', 'new')
        + 'components: {c: {title: E}}\n'
        'ships: {c: {a:1: {version: 3, package: q, source: s}}}\n'
        f'fixes: {{d: {{{URL}: {{packages: {{}}}}}}}}\n',
    )
    assert {key: row.title for key, row in known.platforms.items()} == {
        'a:1': 'new',
        'a:2': 'two',
    }
    assert known.components == {
        'c': Component('E'),
        'd': Component('D'),
    }
    # The row as a whole: no field of the old one stays.
    assert known.ships == {
        'c': {
            'a:1': Shipped('3', 'q', 's'),
            'a:2': Shipped('2', 'p', 's'),
        }
    }
    assert known.fixes == (FixData('c', URL), FixData('d', URL))


def test_what_one_file_knows_of_a_fix_another_one_does_not_take_away(
    tmp_path: pathlib.Path,
) -> None:
    platforms = 'platforms:\n' + ''.join(
        PLATFORM.format(name, 'one') for name in ('a:1', 'a:2')
    )

    def row(version: int) -> str:
        return f'{{name: p, fixed_in: {version}, evidence: {URL}}}'

    known = read(
        tmp_path,
        f'{platforms}fixes:\n  c:\n    {URL}:\n      reopened: {OTHER}\n'
        f'      packages: {{a:1: {row(1)}, a:2: {row(2)}}}\n',
        f'fixes: {{c: {{{URL}: {{packages: {{a:2: {row(3)}}}}}}}}}\n',
    )
    [fix] = known.fixes
    assert fix.reopened == OTHER
    assert {
        name: package.fixed_in for name, package in fix.packages.items()
    } == {
        'a:1': '1',
        'a:2': '3',
    }


def test_a_platform_of_a_fix_is_one_that_is_known(
    tmp_path: pathlib.Path,
) -> None:
    row = f'{{name: p, fixed_in: 1, evidence: {URL}}}'
    text = f'fixes:\n  c:\n    {URL}:\n      packages:\n        a:1: {row}\n'
    with pytest.raises(exceptions.DataFileError) as caught:
        read(tmp_path, text)
    assert str(caught.value).endswith(
        f'1.yaml:6: fixes.c.{URL}.packages.a:1: no data file has that '
        'platform; add it to platforms'
    )


@pytest.mark.parametrize(
    ('row', 'problem'),
    [
        (
            'packages: rpm, marks: [a1]',
            "3: platforms.a:1: 'vendors' is missing; add it",
        ),
        (
            'packages: rpm, vendors: [a]',
            "3: platforms.a:1: 'marks' is missing; add it",
        ),
        (
            'packages: rpm',
            '5: ships.c.a:1: no data file says how to recognise '
            'the packages of that platform; add marks and vendors to it',
        ),
        ('packages: dpkg', ''),
        ('packages: rpm, marks: [a1], vendors: [a]', ''),
    ],
)
def test_a_package_needs_a_platform_with_recognised_packages(
    tmp_path: pathlib.Path, row: str, problem: str
) -> None:
    text = (
        f'platforms:\n  a:1: {{title: a, source: s, {row}}}\n'
        'ships: {c: {\n  a:1: {version: 1, package: p, source: s}}}\n'
    )
    if not problem:
        assert read(tmp_path, text).ships
        return
    assert problems(tmp_path, text) == [f'1.yaml:{problem}']


@pytest.mark.parametrize('fields', ['', 'version: 1, at_least: 2, '])
def test_a_platform_first_shipped_a_version_or_has_at_least_one(
    tmp_path: pathlib.Path, fields: str
) -> None:
    platform = 'platforms:\n' + PLATFORM.format('a:1', 'one')
    row = '{{{}package: p, source: s}}'
    text = f'{platform}ships: {{c: {{a:1: {row.format("at_least: 2, ")}}}}}\n'
    assert read(tmp_path, text).ships['c']['a:1'] == Shipped(
        '2', 'p', 's', is_lower_bound=True
    )
    text = f'{platform}ships: {{c: {{a:1: {row.format(fields)}}}}}\n'
    assert problems(tmp_path, text) == [
        '1.yaml:4: ships.c.a:1: must have one of version or at_least; '
        'give exactly one'
    ]


def test_a_long_term_has_a_day(tmp_path: pathlib.Path) -> None:
    text = (
        'platforms:\n' + PLATFORM.format('a:1', 'one') + 'services:\n'
        '  n:\n    title: N\n    platforms:\n'
        '      a:1: {source: v, until: long_term}\n'
    )
    with pytest.raises(exceptions.DataFileError) as caught:
        read(tmp_path, text)
    assert str(caught.value).endswith(
        '1.yaml:8: services.n.platforms.a:1.until: no data file says when '
        'the long-term support of that platform ends; add long_term to it'
    )


def test_a_file_can_name_the_platforms_of_another_one(
    tmp_path: pathlib.Path,
) -> None:
    known = read(
        tmp_path,
        'services: {n: {title: N, platforms: {a:1: {source: s}}}}\n',
        'platforms:\n' + PLATFORM.format('a:1', 'one'),
    )
    assert known.services['n'].platforms == {'a:1': Supported('s')}


def test_a_platform_that_is_missing_is_reported_with_its_line(
    tmp_path: pathlib.Path,
) -> None:
    missing = 'no data file has that platform; add it to platforms'
    assert problems(
        tmp_path,
        'ships:\n  c:\n    a:1: {version: 1, package: p, source: s}\n',
        'services:\n  n:\n    title: N\n    platforms:\n'
        '      a:2: {source: s}\n',
    ) == [
        f'1.yaml:4: ships.c.a:1: {missing}',
        f'2.yaml:6: services.n.platforms.a:2: {missing}',
    ]


def test_faults_of_all_files_are_reported_together(
    tmp_path: pathlib.Path,
) -> None:
    assert problems(
        tmp_path, 'x: 1\n', 'platforms: []\n', 'ships: a: b\n'
    ) == [
        '1.yaml:2: x: is unknown here; known are schema, as_of, components, '
        'platforms, ships, series, services, fixes',
        '2.yaml:2: platforms: an empty list is not a mapping of platforms',
        '3.yaml:2: cannot be read: mapping values are not allowed in this '
        'context; correct it, or fetch the file again if it is cut off',
    ]


def test_other_files_are_not_blamed_for_a_file_that_is_broken(
    tmp_path: pathlib.Path,
) -> None:
    reported = problems(
        tmp_path,
        'platforms:\n' + PLATFORM.format('a:1', 'one') + 'x: 1\n',
        'services: {n: {title: N, platforms: {a:1: {source: s}}}}\n',
    )
    assert [line.partition(':')[0] for line in reported] == ['1.yaml']


@pytest.mark.parametrize(
    ('text', 'problem'),
    [
        (
            'platforms:\n  a:1: {title: a, packages: apt, source: s}\n',
            "3: platforms.a:1.packages: 'apt' is not dpkg or rpm",
        ),
        (
            'platforms:\n  a:1: {title: a, packages: rpm}\n',
            "3: platforms.a:1: 'source' is missing; add it",
        ),
        (
            'platforms:\n  a:1: {title: a, packages: rpm, source: s,\n'
            '    released: 2026-13-01}\n',
            "4: platforms.a:1.released: '2026-13-01' is not a date such as "
            '2028-06-30',
        ),
        (
            'platforms:\n  a:1: {title: a, packages: rpm, source: s,\n'
            '    vendors: [v], marks: el9}\n',
            "4: platforms.a:1.marks: 'el9' is not a list of marks in the "
            'versions of its packages',
        ),
        (
            'services:\n  n: {title: N, platforms: {}, requries: {}}\n',
            '3: services.n.requries: is unknown here; did you mean '
            "'requires'?",
        ),
        (
            f'fixes:\n  c:\n    {URL}:\n      packages:\n'
            f'        a:1: {{name: p, fixed_in: 1, evidence: {URL}}}\n'
            '        a:2: {name: p, fixed_in: 1, evidence: bug 7}\n',
            f"7: fixes.c.{URL}.packages.a:2.evidence: 'bug 7' is not an "
            'absolute http(s) URL',
        ),
        (
            'fixes:\n  c:\n    bug 7: {packages: {}}\n',
            "4: fixes.c.bug 7: 'bug 7' is not the address of a bug, an "
            'absolute http(s) URL',
        ),
        (
            f'fixes:\n  c:\n    {URL}: {{}}\n',
            f'4: fixes.c.{URL}: a mapping is not a mapping with packages, '
            'reopened or both',
        ),
        (
            'components:\n  c: {title: C, probe: program}\n',
            "3: components.c: 'ask' is missing; add it",
        ),
    ],
)
def test_a_fault_of_a_row_is_reported_with_its_line(
    tmp_path: pathlib.Path, text: str, problem: str
) -> None:
    assert problems(tmp_path, text) == [f'1.yaml:{problem}']


NEITHER = ': must have one of fixed_in or state; give exactly one'


@pytest.mark.parametrize(
    ('fields', 'problem'),
    [
        ('', NEITHER),
        ('fixed_in: 1, state: unfixed,', NEITHER),
        (
            'fixed_in: ,',
            ".fixed_in: '' is not a version, which starts with a digit",
        ),
    ],
)
def test_a_package_needs_a_version_or_a_state(
    tmp_path: pathlib.Path, fields: str, problem: str
) -> None:
    reported = problems(
        tmp_path,
        f'fixes:\n  c:\n    {URL}:\n      packages:\n'
        f'        a:1: {{{fields} name: p, evidence: {URL}}}\n',
    )
    assert reported == [f'1.yaml:6: fixes.c.{URL}.packages.a:1{problem}']


def test_all_fields_of_a_service_are_read(tmp_path: pathlib.Path) -> None:
    known = read(
        tmp_path,
        'platforms:\n  a:1: {title: one, source: s, packages: dpkg, '
        'long_term: 2030-01-01}\nservices:\n'
        '  n: {title: N, distribution: d, version: 34.0, source: s,\n'
        '      oldest_peer: {version: 33.10, source: t},\n'
        '      requires: {c: {version: 8.0.0, source: u}},\n'
        '      platforms: {a:1: {source: v, until: long_term}}}\n',
    )
    assert known.services == {
        'n': Service(
            'n',
            'N',
            {'a:1': Supported('v', 'long_term')},
            'd',
            '34.0',
            's',
            Stated('33.10', 't'),
            {'c': Stated('8.0.0', 'u')},
        )
    }


def test_data_files_add_packages_to_a_fix(tmp_path: pathlib.Path) -> None:
    known = read(
        tmp_path,
        'platforms:\n'
        + PLATFORM.format('a:1', 'one')
        + PLATFORM.format('a:2', 'two')
        + f'fixes:\n  qemu:\n    {URL}:\n'
        f'      reopened: {OTHER}\n      packages:\n'
        f'        a:1: {{name: p, fixed_in: 1, evidence: {URL}}}\n'
        f'        a:2: {{name: p, state: unfixed, evidence: {URL}}}\n',
    )
    old = workarounds.Package(name='p', fixed_in='9')
    declared = workaround(
        fix=[
            workarounds.PackageFix(
                component='qemu',
                version='2.2.0',
                bug=URL,
                packages={'a:1': old, 'a:3': old},
            ),
            workarounds.NoFix('operators choose'),
        ]
    )
    [fix, other] = known.fixes_of(declared)
    assert isinstance(fix, workarounds.PackageFix)
    assert (fix.version, fix.bug, fix.reopened) == ('2.2.0', URL, OTHER)
    assert {
        name: package.describe() for name, package in fix.packages.items()
    } == {
        'a:1': 'p 1',
        'a:2': 'p: not fixed yet',
        'a:3': 'p 9',
    }
    assert other == workarounds.NoFix('operators choose')


def known_of(*fixes: FixData) -> Dataset:
    platform = Platform('a:1', 'one', 'dpkg', 's')
    return Dataset(platforms={'a:1': platform}, fixes=fixes)


def packages(fixed_in: str) -> dict[str, workarounds.Package]:
    return {'a:1': workarounds.Package(name='p', fixed_in=fixed_in)}


def fixed_in(known: Dataset, declared: workarounds.Workaround) -> list[str]:
    """Return the versions with the fix that the data files add."""
    return [
        fix.packages['a:1'].describe() if 'a:1' in fix.packages else ''
        for fix in known.fixes_of(declared)
        if isinstance(fix, workarounds.PackageFix)
    ]


def test_every_project_that_names_a_bug_has_the_facts_of_it() -> None:
    known = known_of(FixData('qemu', URL, packages('1-2')))
    theirs = workaround('other', bugs=[OTHER, URL])
    assert fixed_in(known, workaround()) == ['p 1-2']
    assert fixed_in(known, theirs) == ['p 1-2']
    assert fixed_in(known, workaround(bugs=[OTHER])) == ['']
    unstated = workaround(bugs=workarounds.Unstated('lost'))
    assert fixed_in(known, unstated) == ['']


@pytest.mark.parametrize(
    ('address', 'other', 'is_same'),
    [
        ('https://a.example/1', 'http://a.example/1/', True),
        ('https://a.example/1', 'https://a.example/12', False),
        (
            'https://bugs.launchpad.net/qemu/+bug/1368815',
            'https://bugs.launchpad.net/ubuntu/+source/qemu/+bug/1368815',
            True,
        ),
        (
            'https://bugs.launchpad.net/qemu/+bug/1368815',
            'https://bugs.launchpad.net/bugs/1368815',
            True,
        ),
        (
            'https://bugs.launchpad.net/bugs/1368815',
            'https://bugs.launchpad.net/bugs/1368816',
            False,
        ),
    ],
)
def test_one_bug_can_have_several_addresses(
    address: str, other: str, is_same: bool
) -> None:
    assert (bugs.identity(address) == bugs.identity(other)) is is_same


ONE = workarounds.PackageFix(component='qemu', version='2.2.0', bug=URL)
TWO = workarounds.PackageFix(component='qemu', version='7.0.0', bug=OTHER)
ANY = workarounds.PackageFix(component='qemu', version='8.0.0')
XEN = workarounds.PackageFix(component='xen', version='4.0.0')


@pytest.mark.parametrize(
    ('fixes', 'found'),
    [
        ([ONE, TWO], ['p 1', 'p 2']),
        ([TWO, XEN], ['p 2', '']),
        # A fix that names no bug is for the bugs that the other does not name.
        ([ONE, ANY], ['p 1', 'p 2']),
        # Two that name no bug are ambiguous.
        ([ANY, ANY, XEN], ['', '', '']),
        # It is not needed when both bugs are fixed.
        ([ANY], ['p 2']),
    ],
)
def test_the_bug_says_which_fix_is_meant(
    fixes: list[Any], found: list[str]
) -> None:
    known = known_of(
        FixData('qemu', OTHER, packages('2')),
        FixData('qemu', URL, packages('1')),
    )
    assert fixed_in(known, workaround(bugs=[URL, OTHER], fix=fixes)) == found


@pytest.mark.parametrize(
    ('first_fix', 'second_fix', 'found'),
    [
        ({'fixed_in': '1-9'}, {'fixed_in': '1-10'}, 'p 1-10'),
        ({'state': 'not-affected'}, {'fixed_in': '1-2'}, 'p 1-2'),
        ({'state': 'unfixed'}, {'fixed_in': '1-2'}, 'p: not fixed yet'),
        ({'state': 'unfixed'}, {'state': 'not-affected'}, 'p: not fixed yet'),
        # Whatever cannot be compared is not known.
        ({'fixed_in': 'x'}, {'fixed_in': '1-2'}, 'p: not known'),
    ],
)
def test_a_fix_of_two_bugs_needs_the_later_package(
    first_fix: dict[str, Any], second_fix: dict[str, Any], found: str
) -> None:
    rows = [
        {'a:1': workarounds.Package(name='p', **stated)}
        for stated in (first_fix, second_fix)
    ]
    for first, second in (rows, reversed(rows)):
        known = known_of(
            FixData('qemu', URL, first), FixData('qemu', OTHER, second)
        )
        assert fixed_in(known, workaround(bugs=[URL, OTHER])) == [found]


def test_fixes_that_belong_to_no_declaration_are_reported(
    tmp_path: pathlib.Path,
) -> None:
    paths = write(
        tmp_path,
        f'fixes:\n  qemu:\n    {URL}: {{packages: {{}}}}\n'
        f'    {OTHER}: {{packages: {{}}}}\n'
        f'  xen:\n    {URL}: {{packages: {{}}}}\n',
    )
    registry = workarounds.Registry(workaround())
    none = 'no declaration here has exactly one fix in'
    assert unused(paths, registry) == [
        f'{paths[0]}:5: fixes.qemu.{OTHER}: {none} qemu for that bug',
        f'{paths[0]}:7: fixes.xen.{URL}: {none} xen for that bug',
    ]
    assert unused([], registry) == []


def test_a_component_is_called_by_its_title_or_else_its_name() -> None:
    known = Dataset({'qemu': Component('QEMU')})
    assert known.title('qemu') == 'QEMU'
    assert known.title('xen') == 'xen'


# What comes with the library.


@pytest.fixture(scope='module')
def shipped() -> Dataset:
    return facts_dataset.read_data(SHIPPED)


def all_packages(
    known: Dataset,
) -> Iterator[tuple[str, workarounds.Package]]:
    for fix in known.fixes:
        yield from fix.packages.items()


def sources(known: Dataset) -> Iterator[str]:
    for platform in known.platforms.values():
        yield platform.source
    for rows in known.ships.values():
        for shipped in rows.values():
            yield shipped.source
    for service in known.services.values():
        if service.version:
            yield service.source
        if service.oldest_peer:
            yield service.oldest_peer.source
        yield from (
            requirement.source for requirement in service.requires.values()
        )
        yield from (
            supported.source for supported in service.platforms.values()
        )


def test_the_data_files_that_come_with_it_are_read(
    shipped: Dataset,
) -> None:
    assert shipped.platforms
    assert set(shipped.services) == {'nova', 'placement'}
    assert shipped.fixes


def test_no_fix_that_comes_with_it_is_left_over(
    shipped: Dataset,
) -> None:
    registry = workarounds.Registry(
        nova.CATALOGUE, placement.CATALOGUE, qemu_img.CATALOGUE
    )
    assert unused([pathlib.Path(path) for path in SHIPPED], registry) == []


def test_each_platform_that_a_fix_or_a_service_names_has_a_row(
    shipped: Dataset,
) -> None:
    named = {name for name, _ in all_packages(shipped)}
    for service in shipped.services.values():
        named.update(service.platforms)
    for rows in shipped.ships.values():
        named.update(rows)
    assert named <= set(shipped.platforms)


def test_each_component_that_is_named_has_a_row(
    shipped: Dataset,
) -> None:
    named = {fix.component for fix in shipped.fixes}
    named.update(shipped.ships)
    for service in shipped.services.values():
        named.update(service.requires)
    assert named <= set(shipped.components)


def test_each_version_compares_by_the_rules_of_its_platform(
    shipped: Dataset,
) -> None:
    for name, package in all_packages(shipped):
        scheme = shipped.platforms[name].packages
        if package.fixed_in:
            assert versions.is_at_least(scheme, package.fixed_in, '0')
    for rows in shipped.ships.values():
        for name, row in rows.items():
            assert versions.is_at_least('upstream', row.version, '0')
            if row.package_version:
                scheme = shipped.platforms[name].packages
                assert versions.is_at_least(scheme, row.package_version, '0')


def test_what_was_shipped_first_is_the_version_of_its_package(
    shipped: Dataset,
) -> None:
    for rows in shipped.ships.values():
        for row in rows.values():
            written = (row.package_version or row.version).split(':')[-1]
            assert re.match(rf'{re.escape(row.version)}(?![0-9.])', written)


def test_each_version_of_a_service_compares(
    shipped: Dataset,
) -> None:
    assert shipped.services['nova'].version
    assert shipped.services['nova'].oldest_peer
    for service in shipped.services.values():
        if service.oldest_peer:
            assert service.version
            assert versions.is_at_least(
                'python', service.version, service.oldest_peer.version
            )
        for stated in service.requires.values():
            assert versions.is_at_least('upstream', stated.version, '0')


def test_each_fact_has_a_source_that_can_be_looked_up(
    shipped: Dataset,
) -> None:
    for source in sources(shipped):
        assert re.match(r'https?://\S+$|distro-info-data \d', source), source
    for _, package in all_packages(shipped):
        assert re.match(r'https?://\S+$', package.evidence or '')


def test_the_dates_of_a_platform_are_in_order(
    shipped: Dataset,
) -> None:
    for platform in shipped.platforms.values():
        if platform.end_of_life:
            assert platform.released
            assert platform.released < platform.end_of_life
        if platform.long_term:
            assert platform.end_of_life
            assert platform.end_of_life <= platform.long_term


def test_a_platform_has_marks_only_if_its_packages_are_rpms(
    shipped: Dataset,
) -> None:
    for platform in shipped.platforms.values():
        if platform.packages == 'dpkg':
            assert not platform.marks
            assert not platform.vendors


def test_a_service_supports_no_platform_longer_than_that_is_known(
    shipped: Dataset,
) -> None:
    for service in shipped.services.values():
        for name, supported in service.platforms.items():
            assert supported.last_day(shipped.platforms[name])


@pytest.mark.parametrize(
    ('days', 'as_of'),
    [
        (['2026-11-23'], datetime.date(2026, 11, 23)),
        (
            ['2026-11-23', '2026-05-01', '2027-05-01'],
            datetime.date(2026, 5, 1),
        ),
    ],
)
def test_the_facts_are_as_old_as_the_oldest_file(
    tmp_path: pathlib.Path, days: list[str], as_of: datetime.date
) -> None:
    texts = [f'as_of: {day}\n' for day in days]
    assert read(tmp_path, *texts).as_of == as_of


def test_a_file_without_a_day_is_refused(tmp_path: pathlib.Path) -> None:
    path = tmp_path / 'facts.yaml'
    path.write_text('schema: 1\n')
    with pytest.raises(exceptions.DataFileError) as caught:
        facts_dataset.read_data([path])
    assert str(caught.value) == f"{path}:1: 'as_of' is missing; add it"


@pytest.mark.parametrize(
    ('text', 'is_stale'),
    [
        ('as_of: 2026-05-30\n', False),
        ('as_of: 2026-05-29\n', True),
        ('as_of: 2026-12-24\n', False),
    ],
)
def test_facts_are_stale_after_180_days(
    tmp_path: pathlib.Path, text: str, is_stale: bool
) -> None:
    today = datetime.date(2026, 11, 26)
    assert read(tmp_path, text).is_stale(today) is is_stale


def test_a_day_that_is_none_is_refused(tmp_path: pathlib.Path) -> None:
    assert problems(tmp_path, 'as_of: yesterday\n') == [
        "1.yaml:2: as_of: 'yesterday' is not a date such as 2027-01-31, as of "
        'which the facts hold'
    ]


SERIES = 'series: {neutron: {"2026.1": {version: 28.0.0, source: s}}}\n'


@pytest.mark.parametrize(
    ('given', 'fixed'),
    [
        ('2026.1', '28.0.0'),
        # An unknown series, or not the name of one.
        ('2026.2', '2026.2'),
        ('27.0.0', '27.0.0'),
    ],
)
def test_a_series_of_another_project_is_its_first_release(
    tmp_path: pathlib.Path, given: str, fixed: str
) -> None:
    known = read(tmp_path, SERIES)
    fix = workarounds.ReleaseFix(version=given, project='neutron')
    assert known.fixes_of(samples.declare(fix=fix)) == [
        workarounds.ReleaseFix(version=fixed, project='neutron')
    ]
    still_open = workarounds.ReleaseFix(open_in=given, project='neutron')
    assert known.fixes_of(samples.declare(fix=still_open)) == [
        workarounds.ReleaseFix(open_in=fixed, project='neutron')
    ]


def test_a_series_is_not_that_of_another_project(
    tmp_path: pathlib.Path,
) -> None:
    known = read(tmp_path, SERIES)
    for project in ('cinder', None):
        fix = workarounds.ReleaseFix(version='2026.1', project=project)
        assert known.fixes_of(samples.declare(fix=fix)) == [fix]
