# SPDX-License-Identifier: Apache-2.0
"""The code that may be deleted: the platforms that count, and the order."""

import datetime
import json
from typing import Any

import pytest

from tests.advice import matrix_cases
from tests.advice import samples
from tests.advice import validation
from tests.advice.matrix_cases import DAY
from tests.advice.matrix_cases import Facts
from tests.advice.matrix_cases import PlatformCase
from tests.advice.matrix_cases import RemovalCase
from tests.advice.matrix_cases import TODAY
from tests.advice.matrix_cases import TOMORROW
from tests.advice.matrix_cases import YESTERDAY
import workarounds
from workarounds import advice
from workarounds.advice.evaluate.fields import FIELDS
from workarounds.advice.render import envelopes
from workarounds.advice.render import summaries

UNFIXED = matrix_cases.in_state('unfixed')
FIXED = matrix_cases.in_state('fixed')


@pytest.fixture
def facts() -> Facts:
    return Facts()


def known(assessment: advice.Assessment) -> None:
    assert set(assessment.fields) <= set(FIELDS)
    assert advice.explain(assessment)


@pytest.mark.parametrize(
    'case',
    matrix_cases.PLATFORMS,
    ids=[case.name for case in matrix_cases.PLATFORMS],
)
def test_a_platform_is_assessed_by_the_first_facts_that_decide(
    case: PlatformCase,
) -> None:
    found = case.row().platforms[case.platform]
    assert (found.status, found.reason) == (case.status, case.reason)
    assert summaries.version_that_decides(found) == case.version
    assert summaries.link_of(found) == case.link
    known(found)


@pytest.mark.parametrize(
    'case',
    matrix_cases.REMOVALS,
    ids=[case.name for case in matrix_cases.REMOVALS],
)
def test_the_code_may_be_deleted_when_every_fix_is_everywhere(
    case: RemovalCase,
) -> None:
    found = case.row().assessment
    assert (found.status, found.reason) == (case.status, case.reason)
    assert found.fields.get('blocked_by', []) == case.blocked_by
    assert found.fields.get('until') == case.until
    known(found)
    if isinstance(case.fix, list):
        back = case._replace(fix=case.fix[::-1]).row().assessment
        assert back.status == found.status
        assert back.fields.get('blocked_by') == found.fields.get('blocked_by')


@pytest.mark.parametrize('first', advice.PlatformStatus)
@pytest.mark.parametrize('second', advice.PlatformStatus)
def test_of_several_fixes_in_packages_the_worst_is_that_of_the_platform(
    facts: Facts, first: str, second: str
) -> None:
    fixes = {
        'unknown': matrix_cases.tool(),
        **{
            word: matrix_cases.in_state(word)
            for word in ('fixed', 'not-affected', 'unfixed')
        },
    }
    facts.platform()
    row = facts.row([fixes[first], fixes[second]])
    order = list(advice.PlatformStatus)
    worst = min(first, second, key=[str(status) for status in order].index)
    assert row.platforms['acme:1'].status == worst


def test_fixes_elsewhere_have_no_platforms(facts: Facts) -> None:
    facts.platform()
    assert facts.row(matrix_cases.NEVER).platforms == {}
    assert facts.row([matrix_cases.NEVER, FIXED]).platforms


@pytest.mark.parametrize(
    ('end', 'is_over', 'status'),
    [
        (YESTERDAY, True, 'unknown'),
        (TODAY, False, 'blocked'),
        (TOMORROW, False, 'blocked'),
        (None, False, 'blocked'),
    ],
)
def test_a_platform_counts_to_the_end_of_its_last_day(
    facts: Facts, end: datetime.date | None, is_over: bool, status: str
) -> None:
    facts.platform(end_of_life=end)
    matrix = facts.build(samples.declare(fix=UNFIXED))
    [column], [row] = matrix.columns, matrix.rows
    assert (column.last_day, column.is_over) == (end, is_over)
    assert row.assessment.status == status
    until = None if is_over or not end else end.isoformat()
    assert row.assessment.fields.get('until') == until
    # Its assessment is shown nevertheless.
    assert row.platforms['acme:1'].status == 'unfixed'


@pytest.mark.parametrize(
    ('until', 'dates', 'last_day'),
    [
        ('end_of_life', {'end_of_life': YESTERDAY}, YESTERDAY),
        (
            'end_of_life',
            {'end_of_life': YESTERDAY, 'long_term': TOMORROW},
            YESTERDAY,
        ),
        (
            'long_term',
            {'end_of_life': YESTERDAY, 'long_term': TOMORROW},
            TOMORROW,
        ),
        (
            'long_term',
            {'end_of_life': TOMORROW, 'long_term': YESTERDAY},
            YESTERDAY,
        ),
        # The end of its support is not known, so it counts.
        ('long_term', {'end_of_life': YESTERDAY}, None),
    ],
)
def test_the_service_says_whether_long_term_support_counts(
    facts: Facts,
    until: str,
    dates: dict[str, Any],
    last_day: datetime.date | None,
) -> None:
    facts.platform(until=until, **dates)
    matrix = facts.build(samples.declare(fix=UNFIXED))
    [column], [row] = matrix.columns, matrix.rows
    assert column.last_day == last_day
    assert column.is_over is (last_day == YESTERDAY)
    assert (row.assessment.status == 'blocked') is not column.is_over


def test_a_platform_that_the_service_does_not_name_does_not_count(
    facts: Facts,
) -> None:
    facts.platform('other:1', ships='2.0.0')
    facts.platform('acme:1')
    del facts.supported['acme:1']
    matrix = facts.build(samples.declare(fix=UNFIXED))
    assert [column.platform.id for column in matrix.columns] == ['other:1']
    assert matrix.rows[0].is_removable


@pytest.mark.parametrize('with_service', [True, False])
@pytest.mark.parametrize(
    ('day', 'names'),
    [
        (YESTERDAY, ['acme:1']),
        (TODAY, ['acme:1', 'other:1']),
        (TOMORROW, ['acme:1', 'other:1']),
    ],
)
def test_a_platform_counts_from_the_day_of_its_release(
    facts: Facts, day: datetime.date, names: list[str], with_service: bool
) -> None:
    facts.platform()
    facts.platform('other:1', released=TODAY)
    matrix = facts.build(
        samples.declare(fix=UNFIXED), with_service=with_service, as_of=day
    )
    assert [column.platform.id for column in matrix.columns] == names
    assert matrix.rows[0].platforms.keys() == set(names)


@pytest.mark.parametrize(
    ('end', 'counts'),
    [(YESTERDAY, False), (TODAY, True), (TOMORROW, True), (None, True)],
)
def test_without_a_service_all_known_living_platforms_count(
    facts: Facts, end: datetime.date | None, counts: bool
) -> None:
    facts.platform('acme:1', end_of_life=end)
    facts.platform('other:1', ships='2.0.0', end_of_life=TOMORROW)
    matrix = facts.build(samples.declare(fix=UNFIXED), with_service=False)
    names = [column.platform.id for column in matrix.columns]
    assert names == [*(['acme:1'] if counts else []), 'other:1']
    assert matrix.rows[0].blockers == (['acme:1'] if counts else ())


@pytest.mark.parametrize('with_service', [True, False])
@pytest.mark.parametrize('names', [(), ('acme:1', 'other:1')])
def test_without_a_living_platform_nothing_is_known(
    facts: Facts, names: tuple[str, ...], with_service: bool
) -> None:
    for name in names:
        facts.platform(name, end_of_life=YESTERDAY, ships='2.0.0')
    found = facts.row(FIXED, with_service=with_service).assessment
    assert found.status == 'unknown'
    assert found.reason == 'no-supported-platform'
    known(found)


def test_the_day_passes_and_the_status_follows(facts: Facts) -> None:
    facts.platform('acme:1', end_of_life=TODAY)
    facts.platform('other:1', ships='2.0.0', end_of_life=TODAY + 2 * DAY)
    assert [
        facts.row(UNFIXED, as_of=TODAY + days * DAY).assessment.status
        for days in range(4)
    ] == ['blocked', 'removable', 'removable', 'unknown']


def test_data_files_add_packages_to_a_declaration(facts: Facts) -> None:
    facts.platform(ships='1.0.0')
    assert not facts.row(matrix_cases.tool()).is_removable
    package = workarounds.Package(name='tool', fixed_in='1-2')
    facts.fixes = [advice.FixData('tool', samples.BUG, {'acme:1': package})]
    assert facts.row(matrix_cases.tool()).is_removable


def test_data_files_can_reopen_a_fix(facts: Facts) -> None:
    facts.platform(ships='9.0.0')
    assert facts.row(matrix_cases.tool()).is_removable
    again = matrix_cases.AGAIN
    facts.fixes = [advice.FixData('tool', samples.BUG, reopened=again)]
    row = facts.row(matrix_cases.tool())
    assert row.assessment.status == 'unknown'
    assert summaries.link_of(row.platforms['acme:1']) == again
    assert again in advice.explain(row.assessment)


def test_a_package_for_one_bug_fixes_no_other_bug_of_that_component(
    facts: Facts,
) -> None:
    # Two bugs of one component, of which the data files know one.
    bugs = [f'{samples.BUG}{number}' for number in range(2)]
    lost = workarounds.Undetermined('nobody bisected it')
    fixes = [
        matrix_cases.tool(version, bug=bug)
        for version, bug in zip(('2.0.0', lost), bugs, strict=True)
    ]
    facts.platform()
    package = workarounds.Package(name='tool', fixed_in='1-2')
    facts.fixes = [advice.FixData('tool', bugs[0], {'acme:1': package})]
    [row] = facts.build(samples.declare(bugs=bugs, fix=fixes)).rows
    assert row.assessment.status == 'unknown'


@pytest.mark.parametrize(
    ('given', 'stated', 'used'),
    [
        (None, '34.0.0', '34.0.0'),
        ('35.0.0', '34.0.0', '35.0.0'),
        ('35.0.0', None, '35.0.0'),
        (None, None, None),
    ],
)
def test_the_release_is_that_of_the_data_unless_one_is_given(
    facts: Facts, given: str | None, stated: str | None, used: str | None
) -> None:
    facts.service['version'] = stated
    fix = matrix_cases.release('35.0.0')
    matrix = facts.build(samples.declare(fix=fix), service_version=given)
    assert matrix.service_version == used
    [row] = matrix.rows
    assert row.is_removable is (used == '35.0.0')


def test_an_older_release_has_neither_peers_nor_platforms(
    facts: Facts,
) -> None:
    facts.platform(ships='9.0.0')
    facts.service['oldest_peer'] = advice.Stated('33.0.0', 'here')
    fix = matrix_cases.release('20.0.0', scope='deployment')
    assert facts.row(fix).is_removable
    old = facts.row(fix, service_version='33.0.0')
    assert old.assessment.reason == 'oldest-peer-not-known'
    assert not facts.build(service_version='19.0.0').columns


def test_the_expired_and_the_removable_come_first(facts: Facts) -> None:
    facts.platform()
    fixes = {
        'unknown': matrix_cases.BY_HAND,
        'unfixed': UNFIXED,
        'fixed': FIXED,
    }
    declarations = [
        samples.declare(f'{letter}_{word}_{age}', fix=fix, expires=expires)
        for letter in 'ba'
        for word, fix in fixes.items()
        for age, expires in [('new', TOMORROW), ('old', YESTERDAY)]
    ]
    expected = [
        'a_fixed_new',
        'a_fixed_old',
        'b_fixed_new',
        'b_fixed_old',
        'a_unfixed_old',
        'a_unknown_old',
        'b_unfixed_old',
        'b_unknown_old',
        'a_unfixed_new',
        'b_unfixed_new',
        'a_unknown_new',
        'b_unknown_new',
    ]
    for order in (declarations, declarations[::-1]):
        assert [row.name for row in facts.build(*order).rows] == expected


def test_statuses_are_counted(facts: Facts) -> None:
    facts.platform()
    matrix = facts.build(
        samples.declare('a', fix=FIXED),
        samples.declare('b', fix=FIXED),
        samples.declare('c', fix=UNFIXED),
    )
    assert {
        status: matrix.count(status) for status in advice.RemovalStatus
    } == {
        'removable': 2,
        'blocked': 1,
        'unknown': 0,
        'choice': 0,
    }


def data(matrix: advice.Matrix) -> dict[str, Any]:
    """Return the data after a journey through JSON and its schema."""
    origin = envelopes.AssessedService(
        matrix.service,
        matrix.service_version,
        'data file',
        {'flush': 'the-project'},
    )
    found: dict[str, Any] = json.loads(
        json.dumps(envelopes.matrix(matrix, origin))
    )
    validation.validate(found, 'matrix')
    return found


def test_its_data_say_all_of_it(facts: Facts) -> None:
    facts.platform('acme:1', end_of_life=TOMORROW)
    facts.platform('other:1', end_of_life=YESTERDAY)
    gone = workarounds.RemovedWorkaround(
        name='gone', options=['use_gone'], removed_in='33.0.0', reason='done'
    )
    found = data(
        facts.build(
            samples.declare(
                fix=UNFIXED, expires=YESTERDAY, weakens_security=True
            ),
            gone,
        )
    )
    assert (found['as_of'], found['facts_as_of']) == ('2026-11-23', None)
    assert found['service'] == {
        'name': 'svc',
        'title': 'The Service',
        'project': None,
        'version': '34.0.0',
        'source': 'data file',
    }
    assert found['platforms'][1] == {
        'id': 'other:1',
        'title': 'Title of other:1',
        'released': None,
        'last_day': '2026-11-22',
        'is_over': True,
        'source': 'why other:1',
    }
    [row] = found['workarounds']
    platforms = row.pop('platforms')
    assert row == {
        'name': 'flush',
        'project': 'the-project',
        'summary': 'Flushes.',
        'options': ['[workarounds] flush'],
        'status': 'blocked',
        'reason': 'platforms-not-fixed',
        'fields': {
            'blocked_by': ['acme:1'],
            'component': 'tool',
            'fixed_in': '2.0.0',
            'platforms': ['acme:1'],
            'title': 'The Tool',
            'until': '2026-11-24',
        },
        'message': 'acme:1 does not have the fix; its support ends on '
        '2026-11-24',
        'facts_as_of': None,
        'fix': 'tool 2.0.0',
        'expires': '2026-11-22',
        'is_expired': True,
        'weakens_security': True,
        'bugs': [samples.BUG],
    }
    assert {
        name: platform['status'] for name, platform in platforms.items()
    } == {
        'acme:1': 'unfixed',
        'other:1': 'unknown',
    }
    assert found['removed'] == [
        {
            'name': 'gone',
            'options': ['use_gone'],
            'removed_in': '33.0.0',
            'reason': 'done',
        }
    ]


@pytest.mark.parametrize(
    'case',
    [*matrix_cases.PLATFORMS, *matrix_cases.REMOVALS],
    ids=lambda case: case.name,
)
def test_its_data_are_valid_whatever_is_found(
    facts: Facts, case: PlatformCase | RemovalCase
) -> None:
    facts.platform('acme:1', ships='1.0.0', end_of_life=TOMORROW)
    facts.platform('other:1')
    for with_service in (True, False):
        data(
            facts.build(
                samples.declare(
                    fix=case.fix, bugs=workarounds.Unstated('why')
                ),
                with_service=with_service,
            )
        )


def test_its_data_are_valid_when_there_is_nothing(facts: Facts) -> None:
    found = data(facts.build(with_service=False))
    assert (found['workarounds'], found['platforms']) == ([], [])
    assert found['service'] == dict.fromkeys(
        ('name', 'title', 'project', 'version', 'source')
    )
