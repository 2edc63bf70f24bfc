# SPDX-License-Identifier: Apache-2.0
"""What one platform has of a fix: the table beside the maintainer."""

from collections.abc import Mapping
from typing import Any

import pytest

import workarounds
from workarounds.advice.evaluate import platform_status
from workarounds.advice.evaluate.platform_status import Cell
from workarounds.advice.facts.dataset import Component
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.platforms import Shipped
from workarounds.advice.facts.services import Service
from workarounds.advice.facts.services import Stated
from workarounds.advice.facts.services import Supported
from workarounds.declarations.fixes import Fix

ACME = Platform('acme:1', 'Acme 1', 'dpkg', 'https://acme.example')
PAGE = 'https://acme.example/bug'
NOTES = 'https://acme.example/notes'
FLOOR = 'https://svc.example/floor'
AGAIN = 'https://bugs.example/again'
STATES = ['unfixed', 'unknown', 'fixed', 'not-affected']


def fix(**fields: Any) -> workarounds.PackageFix:
    facts: dict[str, Any] = {'component': 'tool', 'version': '2.0.0'}
    return workarounds.PackageFix(**facts | fields)


def package(**fields: Any) -> Mapping[str, workarounds.Package]:
    return {'acme:1': workarounds.Package(name='tool-bin', **fields)}


def dataset(shipped: str | None, source: str = NOTES) -> Any:
    ships = {}
    if shipped:
        ships['acme:1'] = Shipped(shipped, 'tool-bin', source)
    return Dataset(
        components={'tool': Component('The Tool')},
        platforms={'acme:1': ACME},
        ships={'tool': ships},
    )


def service(**requires: str) -> Service:
    return Service(
        'svc',
        'The Service',
        {'acme:1': Supported('https://svc.example')},
        requires={
            name: Stated(version, FLOOR) for name, version in requires.items()
        },
    )


def cell(
    *fixes: Fix,
    shipped: str | None = None,
    requires: str | None = None,
    source: str = NOTES,
) -> Cell:
    found = platform_status.of(
        fixes,
        ACME,
        dataset(shipped, source),
        service(tool=requires) if requires else service(),
    )
    assert found
    return found


@pytest.mark.parametrize(
    ('stated', 'state', 'version', 'why'),
    [
        (
            {'fixed_in': '2:1.9-7'},
            'fixed',
            'tool-bin 2:1.9-7',
            'acme:1 has the fix in tool-bin 2:1.9-7',
        ),
        (
            {'state': 'unfixed'},
            'unfixed',
            'tool-bin',
            'acme:1 has not fixed it in tool-bin',
        ),
        (
            {'state': 'wont-fix'},
            'unfixed',
            'tool-bin',
            'acme:1 will not fix it in tool-bin',
        ),
        (
            {'state': 'end-of-life'},
            'unfixed',
            'tool-bin',
            'acme:1 went out of support without the fix in tool-bin',
        ),
        (
            {'state': 'not-affected'},
            'not-affected',
            'tool-bin',
            'acme:1 was never affected in tool-bin',
        ),
        (
            {'state': 'undetermined'},
            'unknown',
            '',
            'no data file says which The Tool it has',
        ),
    ],
)
def test_what_the_distribution_says_of_its_package_decides(
    stated: dict[str, Any], state: str, version: str, why: str
) -> None:
    found = cell(fix(packages=package(evidence=PAGE, **stated)))
    assert (found.state, found.version) == (state, version)
    assert found.link == (PAGE if version else '')
    assert found.why == why


@pytest.mark.parametrize('state', ['unfixed', 'wont-fix', 'end-of-life'])
def test_an_unfixed_package_counts_more_than_a_new_upstream_version(
    state: str,
) -> None:
    found = cell(fix(packages=package(state=state)), shipped='9.9.9')
    assert found.state == 'unfixed'


def test_an_undetermined_package_says_nothing_against_a_new_version() -> None:
    found = cell(fix(packages=package(state='undetermined')), shipped='2.0.0')
    assert found.state == 'not-affected'


@pytest.mark.parametrize(
    ('shipped', 'state'),
    [
        ('1.9.9', 'unknown'),
        ('1.10.0', 'unknown'),
        ('2.0.0rc1', 'unknown'),
        ('2', 'not-affected'),
        ('2.0.0', 'not-affected'),
        ('2.0.1', 'not-affected'),
        ('10.0.0', 'not-affected'),
    ],
)
def test_what_was_first_shipped_at_or_past_the_fix_never_had_the_bug(
    shipped: str, state: str
) -> None:
    found = cell(fix(), shipped=shipped)
    assert (found.state, found.version) == (state, f'The Tool {shipped}')
    assert found.link == NOTES
    assert f'acme:1 first shipped The Tool {shipped}' in found.why


def test_an_older_version_is_unknown_as_it_may_carry_the_fix_back() -> None:
    assert cell(fix(), shipped='1.9.9').why == (
        'acme:1 first shipped The Tool 1.9.9, before the fix in 2.0.0; it '
        'may have carried the fix back'
    )


@pytest.mark.parametrize(
    ('requires', 'state'),
    [
        ('1.9.9', 'unknown'),
        ('2.0.0', 'not-affected'),
        ('2.0.1', 'not-affected'),
    ],
)
@pytest.mark.parametrize('shipped', [None, '1.0.0'])
def test_a_version_that_the_service_refuses_to_run_below_decides(
    shipped: str | None, requires: str, state: str
) -> None:
    found = cell(fix(), shipped=shipped, requires=requires)
    assert found.state == state
    if state == 'not-affected':
        assert found.version == f'The Tool {requires} required'
        assert found.link == FLOOR
        assert found.why == (
            f'The Service refuses to run with The Tool before {requires}; '
            f'the fix is in 2.0.0'
        )


def test_what_is_required_of_another_component_says_nothing() -> None:
    found = platform_status.of(
        [fix()], ACME, dataset(None), service(other='9.0.0')
    )
    assert found
    assert found.state == 'unknown'


def test_an_unfixed_package_counts_more_than_what_is_required() -> None:
    found = cell(fix(packages=package(state='unfixed')), requires='9.0.0')
    assert found.state == 'unfixed'


def test_a_fix_in_no_known_version_is_unknown_with_the_reason() -> None:
    lost = fix(version=workarounds.Undetermined('nobody bisected it'))
    found = cell(lost, shipped='99.0.0', requires='99.0.0')
    assert found == Cell(
        'unknown',
        '',
        '',
        'the version of The Tool with the fix is not known: nobody bisected '
        'it',
    )


def test_a_package_with_the_fix_needs_no_upstream_version() -> None:
    lost = workarounds.Undetermined('nobody bisected it')
    found = cell(fix(version=lost, packages=package(fixed_in='1.0-3')))
    assert found.state == 'fixed'


def test_a_platform_of_which_nothing_is_known_is_unknown() -> None:
    assert cell(fix()) == Cell(
        'unknown', '', '', 'no data file says which The Tool it has'
    )


def test_a_component_that_no_data_file_has_is_called_by_its_name() -> None:
    found = platform_status.of([fix()], ACME, Dataset(), None)
    assert found
    assert found.why == 'no data file says which tool it has'


@pytest.mark.parametrize(
    ('fields', 'shipped', 'requires'),
    [
        ({'packages': package(fixed_in='1.9-7')}, None, None),
        ({'packages': package(state='not-affected')}, None, None),
        ({}, '2.0.0', None),
        ({}, None, '2.0.0'),
        ({}, '1.0.0', None),
        ({}, None, None),
    ],
)
def test_a_fix_that_did_not_hold_is_unknown_with_the_page_that_says_so(
    fields: dict[str, Any], shipped: str | None, requires: str | None
) -> None:
    claimed = fix(reopened=AGAIN, **fields)
    found = cell(claimed, shipped=shipped, requires=requires)
    assert (found.state, found.link) == ('unknown', AGAIN)
    assert 'that fix did not hold' in found.why


def test_a_fix_that_did_not_hold_leaves_an_unfixed_package_unfixed() -> None:
    packages = package(state='unfixed', evidence=PAGE)
    found = cell(fix(reopened=AGAIN, packages=packages))
    assert (found.state, found.link) == ('unfixed', PAGE)


@pytest.mark.parametrize('first', STATES)
@pytest.mark.parametrize('second', STATES)
def test_of_several_fixes_the_worst_counts(first: str, second: str) -> None:
    fixes = {
        'fixed': fix(packages=package(fixed_in='1-1')),
        'not-affected': fix(packages=package(state='not-affected')),
        'unfixed': fix(packages=package(state='unfixed')),
        'unknown': fix(component='another'),
    }
    worst = min(first, second, key=STATES.index)
    assert cell(fixes[first], fixes[second]).state == worst


def test_fixes_elsewhere_have_no_cell() -> None:
    fixes: list[Fix] = [
        workarounds.NoFix('a choice'),
        workarounds.ManualFix('the guests'),
        workarounds.ReleaseFix(version='1.0.0'),
    ]
    assert platform_status.of(fixes, ACME, dataset('9.0.0'), service()) is None
    found = cell(*fixes, fix(), shipped='9.0.0')
    assert found.state == 'not-affected'


@pytest.mark.parametrize('shipped', ['2:2.0', '2.0~rc1', '2.0\n'])
def test_a_version_that_is_none_is_unknown_and_quoted(shipped: str) -> None:
    found = cell(fix(), shipped=shipped)
    assert found.state == 'unknown'
    assert repr(shipped) in found.why


@pytest.mark.parametrize(
    ('source', 'link'),
    [
        ('https://a.example/b', 'https://a.example/b'),
        ('http://a.example', 'http://a.example'),
        ('distro-info-data 0.58', ''),
        ('javascript:alert(1)', ''),
        ('httpsx', ''),
    ],
)
def test_a_source_that_is_an_address_becomes_the_link(
    source: str, link: str
) -> None:
    assert cell(fix(), shipped='2.0.0', source=source).link == link


@pytest.mark.parametrize(
    'source',
    [
        'https://a.example and the changelog',
        'https://a.example\n\n.. raw:: html\n\n   <script>',
    ],
)
def test_a_source_that_goes_on_behind_an_address_is_no_link(
    source: str,
) -> None:
    found = cell(fix(), shipped='2.0.0', source=source)
    assert found.link in ('', 'https://a.example')


@pytest.mark.parametrize(
    ('shipped', 'text'),
    [
        ('2.0.0', 'not-affected (The Tool 2.0.0)'),
        ('1.0.0', 'unknown (The Tool 1.0.0)'),
        (None, 'unknown'),
    ],
)
def test_the_text_of_a_cell_has_the_version_that_says_so(
    shipped: str | None, text: str
) -> None:
    assert cell(fix(), shipped=shipped).text == text


def test_what_is_known_of_a_major_release_tells_of_its_minor_ones() -> None:
    # As it does on a host: rocky:9 tells of rocky:9.4.
    minor = Platform('acme:1.4', 'Acme 1.4', 'dpkg', 'here')
    broken = fix(packages=package(state='unfixed'))
    found = platform_status.of([broken], minor, dataset(None), service())
    assert found
    assert found.state == 'unfixed'
