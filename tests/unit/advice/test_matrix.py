# SPDX-License-Identifier: Apache-2.0
"""The maintainer's table: which platforms count, in which order, as data."""

import datetime
import json
from typing import Any

import jsonschema
import pytest

import workarounds
from workarounds.advice.evaluate import matrix as evaluate_matrix
from workarounds.advice.evaluate.matrix import Matrix
from workarounds.advice.facts import schema as facts_schema
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.dataset import FixData
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.platforms import Shipped
from workarounds.advice.facts.services import Service
from workarounds.advice.facts.services import Stated
from workarounds.advice.facts.services import Supported

TODAY = datetime.date(2026, 11, 23)
DAY = datetime.timedelta(days=1)
YESTERDAY, TOMORROW = TODAY - DAY, TODAY + DAY
AGAIN = 'https://bugs.example/again'


def declare(name: str = 'flush', **fields: Any) -> workarounds.Workaround:
    facts: dict[str, Any] = {
        'name': name,
        'summary': 'Flushes.',
        'bugs': ['https://bugs.example/1'],
        'fix': workarounds.PackageFix(component='tool', version='2.0.0'),
        'expires': '99.0.0',
    }
    return workarounds.Workaround(**facts | fields)


def in_state(state: str, **fields: Any) -> workarounds.PackageFix:
    """Return a fix that acme:1 has in a state."""
    package: dict[str, Any] = {'state': state}
    if state == 'fixed':
        package = {'fixed_in': '1-2'}
    return workarounds.PackageFix(
        component='tool',
        version='2.0.0',
        packages={'acme:1': workarounds.Package(name='tool', **package)},
        **fields,
    )


class Facts:
    """What the data files say, to be changed by each test."""

    def __init__(self) -> None:
        self.platforms: dict[str, Platform] = {}
        self.supported: dict[str, Supported] = {}
        self.shipped: dict[str, Shipped] = {}
        self.fixes: dict[str, list[FixData]] = {}
        self.service: dict[str, Any] = {'version': '34.0.0'}

    def platform(
        self,
        name: str = 'acme:1',
        until: Any = 'end_of_life',
        ships: str | None = None,
        **dates: Any,
    ) -> None:
        self.platforms[name] = Platform(
            name, f'Title of {name}', 'dpkg', f'source of {name}', **dates
        )
        self.supported[name] = Supported(f'why {name}', until)
        if ships:
            self.shipped[name] = Shipped(ships, 'tool', 'notes')

    def build(
        self,
        *declarations: Any,
        with_service: bool = True,
        service_version: str | None = None,
        as_of: datetime.date = TODAY,
    ) -> Matrix:
        service = Service('svc', 'The Service', self.supported, **self.service)
        return evaluate_matrix.build(
            workarounds.Registry(*declarations),
            Dataset(
                platforms=self.platforms,
                ships={'tool': self.shipped},
                fixes=self.fixes,
            ),
            service=service if with_service else None,
            service_version=service_version,
            as_of=as_of,
        )

    def verdict(self, *declarations: Any, **how: Any) -> str:
        [row] = self.build(*declarations, **how).rows
        return row.removal.text


@pytest.fixture
def facts() -> Facts:
    return Facts()


@pytest.mark.parametrize(
    ('end', 'is_over', 'verdict'),
    [
        (YESTERDAY, True, 'unknown'),
        (TODAY, False, 'blocked by acme:1'),
        (TOMORROW, False, 'blocked by acme:1'),
        (None, False, 'blocked by acme:1'),
    ],
)
def test_a_platform_counts_to_the_end_of_its_last_day(
    facts: Facts, end: datetime.date | None, is_over: bool, verdict: str
) -> None:
    facts.platform(end_of_life=end)
    matrix = facts.build(declare(fix=in_state('unfixed')))
    [column], [row] = matrix.columns, matrix.rows
    assert (column.last_day, column.is_over) == (end, is_over)
    assert row.removal.text == verdict
    assert row.removal.until == (None if is_over else end)
    # What it has is told all the same.
    assert row.cells['acme:1'].state == 'unfixed'


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
        # Nobody knows how long it goes on, so that it counts.
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
    matrix = facts.build(declare(fix=in_state('unfixed')))
    [column], [row] = matrix.columns, matrix.rows
    assert column.last_day == last_day
    assert column.is_over is (last_day == YESTERDAY)
    assert (row.removal.verdict == 'blocked') is not column.is_over


def test_a_platform_that_the_service_does_not_name_does_not_count(
    facts: Facts,
) -> None:
    facts.platform('other:1')
    facts.platform('acme:1')
    del facts.supported['acme:1']
    facts.shipped['other:1'] = Shipped('2.0.0', 'tool', 'notes')
    matrix = facts.build(declare(fix=in_state('unfixed')))
    assert [column.platform.id for column in matrix.columns] == ['other:1']
    assert matrix.rows[0].removal.text == 'removable'


@pytest.mark.parametrize(
    ('end', 'counts'),
    [(YESTERDAY, False), (TODAY, True), (TOMORROW, True), (None, True)],
)
def test_without_a_service_all_known_living_platforms_count(
    facts: Facts, end: datetime.date | None, counts: bool
) -> None:
    facts.platform('acme:1', end_of_life=end)
    facts.platform('other:1', ships='2.0.0', end_of_life=TOMORROW)
    matrix = facts.build(declare(fix=in_state('unfixed')), with_service=False)
    names = [column.platform.id for column in matrix.columns]
    assert names == [*(['acme:1'] if counts else []), 'other:1']
    assert matrix.rows[0].removal.text == (
        'blocked by acme:1' if counts else 'removable'
    )


def test_where_all_platforms_have_ended_nothing_is_known(
    facts: Facts,
) -> None:
    facts.platform('acme:1', end_of_life=YESTERDAY)
    facts.platform('other:1', end_of_life=YESTERDAY, ships='2.0.0')
    [row] = facts.build(declare(fix=in_state('fixed'))).rows
    assert row.removal.text == 'unknown'
    assert row.removal.why == (
        'no data file names a living platform for this release'
    )


@pytest.mark.parametrize('with_service', [True, False])
def test_without_any_platform_nothing_is_known(
    facts: Facts, with_service: bool
) -> None:
    assert facts.verdict(declare(), with_service=with_service) == 'unknown'


def test_the_day_passes_and_the_verdict_follows(facts: Facts) -> None:
    facts.platform('acme:1', end_of_life=TODAY)
    facts.platform('other:1', ships='2.0.0', end_of_life=TODAY + 2 * DAY)
    one = declare(fix=in_state('unfixed'))
    assert [
        facts.verdict(one, as_of=TODAY + days * DAY) for days in range(4)
    ] == ['blocked by acme:1', 'removable', 'removable', 'unknown']


def test_data_files_add_packages_to_a_declaration(facts: Facts) -> None:
    facts.platform(ships='1.0.0')
    assert facts.verdict(declare()) == 'unknown'
    package = workarounds.Package(name='tool', fixed_in='1-2')
    row = FixData('tool', packages={'acme:1': package})
    facts.fixes['flush'] = [row]
    assert facts.verdict(declare()) == 'removable'


def test_data_files_can_reopen_a_fix(facts: Facts) -> None:
    facts.platform(ships='9.0.0')
    assert facts.verdict(declare()) == 'removable'
    facts.fixes['flush'] = [FixData('tool', reopened=AGAIN)]
    [row] = facts.build(declare()).rows
    assert row.removal.verdict == 'unknown'
    assert row.cells['acme:1'].link == AGAIN


def test_a_reopened_fix_is_told_with_its_page_beside_the_verdict(
    facts: Facts,
) -> None:
    facts.platform()
    fix = in_state('fixed', reopened=AGAIN)
    [row] = facts.build(declare(fix=fix)).rows
    assert row.removal.verdict == 'unknown'
    assert AGAIN in row.removal.why


def test_a_package_for_one_bug_fixes_no_other_bug_of_that_component(
    facts: Facts,
) -> None:
    # Two bugs of one component; the data file's row cannot name its bug.
    bugs = ['https://bugs.example/1', 'https://bugs.example/2']
    lost = workarounds.Undetermined('nobody bisected it')
    fixes = [
        workarounds.PackageFix(component='tool', version='2.0.0', bug=bugs[0]),
        workarounds.PackageFix(component='tool', version=lost, bug=bugs[1]),
    ]
    facts.platform()
    package = workarounds.Package(name='tool', fixed_in='1-2')
    facts.fixes['flush'] = [FixData('tool', packages={'acme:1': package})]
    assert facts.verdict(declare(bugs=bugs, fix=fixes)) == 'unknown'


@pytest.mark.parametrize(
    ('given', 'known', 'used'),
    [
        (None, '34.0.0', '34.0.0'),
        ('35.0.0', '34.0.0', '35.0.0'),
        ('35.0.0', None, '35.0.0'),
        (None, None, None),
    ],
)
def test_the_release_is_that_of_the_data_unless_one_is_given(
    facts: Facts, given: str | None, known: str | None, used: str | None
) -> None:
    facts.service['version'] = known
    one = declare(fix=workarounds.ReleaseFix(version='35.0.0'))
    matrix = facts.build(one, service_version=given)
    assert matrix.service_version == used
    verdict = {'34.0.0': 'blocked', '35.0.0': 'removable', None: 'unknown'}
    assert matrix.rows[0].removal.verdict == verdict[used]


@pytest.mark.parametrize(
    ('running', 'verdict'),
    [
        (None, 'removable'),
        ('34.0.0', 'removable'),
        ('35.0.0', 'removable'),
        ('33.0.0', 'unknown'),
        ('19.0.0', 'unknown'),
    ],
)
def test_what_is_said_of_one_release_says_nothing_of_an_older_one(
    facts: Facts, running: str | None, verdict: str
) -> None:
    # 33.0.0 may run beside 34.0.0, and 18.0.0 beside 19.0.0; what 34.0.0
    # refuses to run with, 33.0.0 may run with.
    facts.platform()
    facts.service |= {
        'oldest_peer': Stated('33.0.0', 'here'),
        'requires': {'tool': Stated('2.0.0', 'here')},
    }
    everywhere = workarounds.ReleaseFix(version='20.0.0', scope='deployment')
    for fix in (everywhere, declare().fix):
        one = declare(fix=fix)
        assert facts.verdict(one, service_version=running) == verdict


@pytest.mark.parametrize(
    ('expires', 'is_expired'),
    [
        (YESTERDAY, True),
        (TODAY, False),
        ('34.0.0', True),
        ('34.0.1', False),
        (workarounds.Never('why'), False),
        (workarounds.Unstated('why'), False),
    ],
)
def test_a_row_tells_whether_it_has_expired(
    facts: Facts, expires: Any, is_expired: bool
) -> None:
    [row] = facts.build(declare(expires=expires)).rows
    assert row.is_expired is is_expired


def test_the_expired_and_the_removable_come_first(facts: Facts) -> None:
    facts.platform()
    states = ['unknown', 'unfixed', 'fixed']
    fixes = {
        'unknown': workarounds.ManualFix('the guests'),
        'unfixed': in_state('unfixed'),
        'fixed': in_state('fixed'),
    }
    declarations = [
        declare(f'{letter}_{state}_{age}', fix=fixes[state], expires=expires)
        for letter in 'ba'
        for state in states
        for age, expires in [('new', TOMORROW), ('old', YESTERDAY)]
    ]
    assert [row.name for row in facts.build(*declarations).rows] == [
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


def test_verdicts_are_counted(facts: Facts) -> None:
    facts.platform()
    matrix = facts.build(
        declare('a', fix=in_state('fixed')),
        declare('b', fix=in_state('fixed')),
        declare('c', fix=in_state('unfixed')),
    )
    verdicts: list[Any] = ['removable', 'blocked', 'unknown']
    assert [matrix.count(verdict) for verdict in verdicts] == [2, 1, 0]


def test_the_order_does_not_depend_on_the_order_of_the_declarations(
    facts: Facts,
) -> None:
    facts.platform()
    declarations = [declare(f'w{number}') for number in range(9)]
    there = facts.build(*declarations).to_data()
    back = facts.build(*reversed(declarations)).to_data()
    assert there == back


def test_removed_ones_are_not_judged(facts: Facts) -> None:
    gone = workarounds.RemovedWorkaround(
        name='gone', options=['use_gone'], removed_in='33.0.0', reason='done'
    )
    matrix = facts.build(gone, declare())
    assert [row.name for row in matrix.rows] == ['flush']
    assert matrix.to_data()['removed'] == [
        {
            'name': 'gone',
            'options': ['use_gone'],
            'removed_in': '33.0.0',
            'reason': 'done',
        }
    ]


def valid(matrix: Matrix) -> dict[str, Any]:
    """Return the data after a journey through JSON and its schema."""
    data: dict[str, Any] = json.loads(json.dumps(matrix.to_data()))
    schema = json.loads(facts_schema.text('matrix'))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    return data


def test_its_data_say_all_of_it(facts: Facts) -> None:
    facts.platform('acme:1', end_of_life=TOMORROW)
    facts.platform('other:1', end_of_life=YESTERDAY)
    blocked = declare(
        fix=in_state('unfixed'), expires=YESTERDAY, weakens_security=True
    )
    assert valid(facts.build(blocked)) == {
        'schema': 1,
        'as_of': '2026-11-23',
        'service': 'svc',
        'service_version': '34.0.0',
        'service_source': '',
        'platforms': [
            {
                'id': 'acme:1',
                'title': 'Title of acme:1',
                'released': None,
                'last_day': '2026-11-24',
                'is_over': False,
                'source': 'why acme:1',
            },
            {
                'id': 'other:1',
                'title': 'Title of other:1',
                'released': None,
                'last_day': '2026-11-22',
                'is_over': True,
                'source': 'why other:1',
            },
        ],
        'workarounds': [
            {
                'name': 'flush',
                'summary': 'Flushes.',
                'option': 'flush',
                'verdict': 'blocked',
                'why': 'acme:1 does not have the fix; the last day of its '
                'support is 2026-11-24',
                'blocked_by': ['acme:1'],
                'until': '2026-11-24',
                'fixed_in': 'tool 2.0.0',
                'expires': '2026-11-22',
                'is_expired': True,
                'weakens_security': True,
                'bugs': ['https://bugs.example/1'],
                'cells': {
                    'acme:1': {
                        'state': 'unfixed',
                        'version': 'tool',
                        'link': '',
                        'why': 'acme:1 has not fixed it in tool',
                    },
                    'other:1': {
                        'state': 'unknown',
                        'version': '',
                        'link': '',
                        'why': 'no data file says which tool it has',
                    },
                },
            }
        ],
        'removed': [],
    }


@pytest.mark.parametrize('with_service', [True, False])
@pytest.mark.parametrize(
    'fields',
    [
        {},
        {'fix': workarounds.NoFix('why')},
        {'fix': workarounds.ManualFix('look')},
        {'fix': workarounds.ReleaseFix(version='1.0.0', scope='deployment')},
        {'fix': [in_state('unfixed'), workarounds.NoFix('why')]},
        {'bugs': workarounds.Unstated('why')},
        {'expires': workarounds.Never('why')},
        {'expires': workarounds.Unstated('why')},
        {'expires': YESTERDAY},
        {'disabled_by': 'dont_flush'},
    ],
)
def test_its_data_are_valid_whatever_is_declared(
    facts: Facts, fields: dict[str, Any], with_service: bool
) -> None:
    facts.platform()
    valid(facts.build(declare(**fields), with_service=with_service))


def test_its_data_are_valid_when_there_is_nothing(facts: Facts) -> None:
    facts.service = {}
    data = valid(facts.build(with_service=False))
    assert (data['workarounds'], data['platforms']) == ([], [])
    assert (data['service'], data['service_version']) == (None, None)
