# SPDX-License-Identifier: Apache-2.0
"""Expiries: their kinds, their texts and the comparison with a day."""

import datetime
from typing import Any

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies
import pytest

import workarounds
from workarounds.declarations import expiry
from workarounds.declarations.expiry import Expiry

HINT = (
    "write a release of the project ('35.0.0'), a date, Never('why') or "
    "Unstated('why')"
)
RENEWED_HINT = (
    "write the earlier expiries, the oldest first: renewed_from=['34.0.0']"
)
DAY = datetime.date(2026, 12, 31)
ONE_DAY = datetime.timedelta(days=1)

RELEASES = strategies.tuples(*[strategies.integers(0, 99)] * 3)


def is_over(
    expires: Expiry,
    *,
    today: datetime.date = DAY,
    service_version: str | None = None,
) -> bool:
    return expiry.is_over(
        expires, today=today, service_version=service_version
    )


def dotted(release: tuple[int, ...]) -> str:
    return '.'.join(map(str, release))


@pytest.mark.parametrize(
    'expires',
    [
        '35',
        '35.0',
        '35.0.0',
        '2026.1.0',
        '35.0.0.0rc1',
        '35.0.0.dev12',
        DAY,
        workarounds.Never('operators choose'),
        workarounds.Unstated('the help has no word about it'),
    ],
)
def test_a_version_a_date_or_a_reason_is_accepted(expires: Any) -> None:
    assert list(expiry.problems(expires)) == []


@pytest.mark.parametrize(
    ('expires', 'what'),
    [
        ('', 'not a version'),
        ('Train', 'not a version'),
        ('v35.0.0', 'not a version'),
        ('35.0.0 or later', 'not a version'),
        ('35.0.0\n', 'not a version'),
        ('next release', 'not a version'),
        # The refusal must not take long.
        ('35' + 'a' * 60 + '!', 'not a version'),
        (None, 'neither a version nor a date'),
        (35, 'neither a version nor a date'),
        (35.0, 'neither a version nor a date'),
        (True, 'neither a version nor a date'),
        (datetime.timedelta(days=90), 'neither a version nor a date'),
        (workarounds.Never, 'neither a version nor a date'),
        (workarounds.NoFix('why'), 'neither a version nor a date'),
    ],
)
def test_anything_else_is_refused_with_what_to_write(
    expires: object, what: str
) -> None:
    assert list(expiry.problems(expires)) == [
        f'expires {expires!r} is {what}; {HINT}'
    ]


def test_a_date_in_text_is_refused_with_the_date_to_write() -> None:
    assert list(expiry.problems('2027-06-30')) == [
        "expires '2027-06-30' is not a version; write "
        'datetime.date(2027, 6, 30)'
    ]
    assert list(expiry.renewal_problems(['2027-06-30'], '35.0.0')) == [
        "renewed_from: '2027-06-30' is neither a version nor a date; write "
        'datetime.date(2027, 6, 30)'
    ]


@pytest.mark.parametrize('tzinfo', [None, datetime.UTC])
def test_a_time_of_day_is_refused(tzinfo: datetime.tzinfo | None) -> None:
    expires = datetime.datetime(2026, 12, 31, 12, 0, tzinfo=tzinfo)
    assert list(expiry.problems(expires)) == [
        f'expires {expires!r} has a time of day; {HINT}'
    ]


@pytest.mark.parametrize(
    'expires',
    [
        '2026-12-31',
        '35x',
        '35.',
        '35..0',
        '35.0.0-rc1',
        '35.0.x',
        '35.0.0.0',
        '35.0.0.1rc1',
    ],
)
def test_a_version_that_no_release_can_reach_is_refused(expires: str) -> None:
    assert not is_over(expires, service_version='9999.0.0')
    assert len(list(expiry.problems(expires))) == 1


@given(
    strategies.from_regex(
        r'[0-9]{1,2}(\.[0-9]){0,4}((a|b|rc)[0-9])?(\.dev[0-9])?',
        fullmatch=True,
    )
)
@settings(deadline=None)
def test_a_version_is_refused_or_a_release_reaches_it(expires: str) -> None:
    problems = list(expiry.problems(expires))
    assert problems or is_over(expires, service_version='9999.0.0')


@pytest.mark.parametrize('kind', [workarounds.Never, workarounds.Unstated])
@pytest.mark.parametrize('reason', ['', '  ', None, 5])
def test_a_reason_that_says_nothing_is_refused(kind: Any, reason: Any) -> None:
    assert list(expiry.problems(kind(reason))) == [
        f'expires: {kind.__name__}: reason is {reason!r}, not text; say why'
    ]


@pytest.mark.parametrize('kind', [workarounds.Never, workarounds.Unstated])
def test_a_missing_reason_is_refused(kind: Any) -> None:
    (problem,) = expiry.problems(kind())
    assert problem.startswith(f'expires: {kind.__name__}: reason is missing; ')


@pytest.mark.parametrize('kind', [workarounds.Never, workarounds.Unstated])
def test_a_reason_is_frozen(kind: Any) -> None:
    made = kind('why')
    field = 'reason'
    with pytest.raises(AttributeError, match='reason is read-only'):
        setattr(made, field, 'other')
    with pytest.raises(AttributeError, match='reason is read-only'):
        delattr(made, field)
    assert made == kind('why')


@pytest.mark.parametrize(
    ('renewed_from', 'expires'),
    [
        ([], '35.0.0'),
        (['33.0.0', '34.0.0'], '35.0.0'),
        (['9.0.0'], '10.0.0'),
        ([DAY - ONE_DAY], DAY),
        # A version and a date cannot be compared.
        (['35.0.0', DAY, '36.0.0'], DAY + ONE_DAY),
        (['35.0.0'], DAY),
        (('34.0.0', DAY), workarounds.Never('operators choose')),
        # Another problem reports that already.
        (['34.0.0'], 'soon'),
    ],
)
def test_expiries_that_came_before_are_accepted(
    renewed_from: Any, expires: Any
) -> None:
    assert list(expiry.renewal_problems(renewed_from, expires)) == []


@pytest.mark.parametrize('renewed_from', ['34.0.0', DAY, None, {'34.0.0'}])
def test_renewals_are_a_list(renewed_from: Any) -> None:
    assert list(expiry.renewal_problems(renewed_from, '35.0.0')) == [
        f'renewed_from is not a list; {RENEWED_HINT}'
    ]


@pytest.mark.parametrize(
    'earlier',
    [
        'soon',
        '',
        35,
        None,
        workarounds.Never('why'),
        workarounds.Unstated('why'),
        datetime.datetime(2026, 12, 31, 12, 0, tzinfo=datetime.UTC),
    ],
)
def test_what_was_no_expiry_cannot_be_renewed(earlier: Any) -> None:
    assert list(expiry.renewal_problems(['34.0.0', earlier], '33.0.0')) == [
        f'renewed_from: {earlier!r} is neither a version nor a date; '
        f'{RENEWED_HINT}'
    ]


@pytest.mark.parametrize(
    ('renewed_from', 'expires', 'earlier', 'later'),
    [
        (['35.0.0'], '35.0.0', '35.0.0', '35.0.0'),
        (['35'], '35.0.0', '35', '35.0.0'),
        (['10.0.0'], '9.0.0', '10.0.0', '9.0.0'),
        (['34.0.0', '33.0.0'], '35.0.0', '34.0.0', '33.0.0'),
        (['34.0.0', DAY, '33.0.0'], DAY + ONE_DAY, '34.0.0', '33.0.0'),
        ([DAY], DAY, '2026-12-31', '2026-12-31'),
        (
            [DAY, DAY - ONE_DAY],
            workarounds.Never('why'),
            '2026-12-31',
            '2026-12-30',
        ),
    ],
)
def test_a_renewal_is_later_than_what_it_renews(
    renewed_from: Any, expires: Any, earlier: str, later: str
) -> None:
    assert list(expiry.renewal_problems(renewed_from, expires)) == [
        f'renewed_from: {earlier} is not before {later}; {RENEWED_HINT}'
    ]


@pytest.mark.parametrize(
    ('expires', 'text', 'summary'),
    [
        ('35.0.0', 'in release 35.0.0', '35.0.0'),
        (DAY, 'on 2026-12-31', '2026-12-31'),
        (workarounds.Never('a choice'), 'never (a choice)', 'never'),
        (
            workarounds.Unstated('no word'),
            'not stated (no word)',
            'not stated',
        ),
    ],
)
def test_an_expiry_is_reported_in_words(
    expires: Expiry, text: str, summary: str
) -> None:
    assert expiry.describe(expires) == text
    assert expiry.summary(expires) == summary


@pytest.mark.parametrize(
    ('expires', 'service_version', 'over'),
    [
        ('35.0.0', '34.9.9', False),
        ('35.0.0', '35.0.0', True),
        ('35.0.0', '35.0.1', True),
        ('35.0.0', '36.0.0', True),
        ('35.0.0', '9.0.0', False),
        ('9.0.0', '35.0.0', True),
        # pbr's pre-releases and development versions count as the release.
        ('35.0.0', '35.0.0.0b2', True),
        ('35.0.0', '35.0.0rc1', True),
        ('35.0.0', '35.0.0.dev12', True),
        ('35.0.0', '34.0.1.dev3', False),
        ('35.0.0.0rc1', '35.0.0.0b2', True),
        ('35', '34.0.0', False),
        ('35', '35.0.0', True),
    ],
)
def test_a_version_is_over_when_the_service_has_reached_it(
    expires: str, service_version: str, over: bool
) -> None:
    assert is_over(expires, service_version=service_version) is over


@pytest.mark.parametrize(
    'service_version', [None, '', 'unknown', 'master', '35-distro', '35..0']
)
def test_what_is_no_version_reaches_no_expiry(
    service_version: str | None,
) -> None:
    assert is_over('0.0.1', service_version=service_version) is False


@given(RELEASES, RELEASES)
@settings(deadline=None)
def test_versions_compare_number_by_number(
    expires: tuple[int, ...], running: tuple[int, ...]
) -> None:
    over = is_over(dotted(expires), service_version=dotted(running))
    assert over is (running >= expires)


@given(RELEASES, strategies.dates())
@settings(deadline=None)
def test_no_day_changes_when_a_version_is_over(
    expires: tuple[int, ...], today: datetime.date
) -> None:
    version = dotted(expires)
    assert not is_over(version, today=today)
    assert is_over(version, today=today, service_version=version)


@pytest.mark.parametrize(
    ('today', 'over'),
    [(DAY - ONE_DAY, False), (DAY, False), (DAY + ONE_DAY, True)],
)
@pytest.mark.parametrize('service_version', [None, '99.0.0', 'unknown'])
def test_a_date_is_over_at_the_end_of_its_day(
    today: datetime.date, service_version: str | None, over: bool
) -> None:
    assert is_over(DAY, today=today, service_version=service_version) is over


@given(strategies.dates(), strategies.dates(), strategies.dates())
@settings(deadline=None)
def test_what_is_over_stays_over(
    expires: datetime.date, day: datetime.date, other_day: datetime.date
) -> None:
    earlier, later = sorted([day, other_day])
    assert is_over(expires, today=earlier) <= is_over(expires, today=later)


@given(strategies.dates())
@settings(deadline=None)
def test_every_date_is_over_at_some_time_and_not_before_it(
    expires: datetime.date,
) -> None:
    assert not is_over(expires, today=datetime.date.min)
    assert is_over(expires, today=datetime.date.max) is (
        expires != datetime.date.max
    )


@pytest.mark.parametrize(
    'expires', [workarounds.Never('why'), workarounds.Unstated('why')]
)
def test_what_states_no_time_is_never_over(expires: Expiry) -> None:
    assert not is_over(
        expires, today=datetime.date.max, service_version='9999.0.0'
    )


def is_too_far(
    expires: Expiry,
    *,
    today: datetime.date = DAY,
    service_version: str | None = None,
) -> bool:
    return expiry.is_too_far(
        expires, today=today, service_version=service_version
    )


@pytest.mark.parametrize(
    ('expires', 'service_version', 'far'),
    [
        ('39.0.0', '35.0.0', False),
        ('39.9.9', '35.0.0', False),
        ('40.0.0', '35.9.9', True),
        ('40.0.0', '35.2.0.dev7', True),
        ('40.0.0', '36.0.0', False),
        ('34.0.0', '35.0.0', False),
        # The releases of a year do not have numbers of their own.
        ('2028.2', '2026.1', False),
        ('2029.1', '2026.2', True),
        ('99.0.0', None, False),
        ('99.0.0', 'master', False),
        ('later', '35.0.0', False),
    ],
)
def test_four_releases_ahead_is_as_far_as_anybody_can_see(
    expires: str, service_version: str | None, far: bool
) -> None:
    assert is_too_far(expires, service_version=service_version) is far


@pytest.mark.parametrize(
    ('expires', 'today', 'far'),
    [
        ('2028-12-31', '2026-12-31', False),
        ('2029-01-01', '2026-12-31', True),
        ('2028-02-29', '2026-02-28', True),
        ('2028-02-29', '2026-03-01', False),
        ('2026-02-28', '2024-02-29', False),
        ('2026-03-01', '2024-02-29', True),
        ('2020-01-01', '2026-12-31', False),
        ('9999-12-31', '9998-01-01', False),
    ],
)
def test_so_are_two_years(expires: str, today: str, far: bool) -> None:
    assert far is is_too_far(
        datetime.date.fromisoformat(expires),
        today=datetime.date.fromisoformat(today),
    )


@pytest.mark.parametrize(
    'expires', [workarounds.Never('why'), workarounds.Unstated('why')]
)
def test_what_never_comes_is_not_far(expires: Expiry) -> None:
    assert not is_too_far(expires, service_version='1.0.0')


@given(RELEASES, RELEASES, strategies.dates(), strategies.dates())
def test_nothing_is_both_over_and_far(
    expires: tuple[int, ...],
    running: tuple[int, ...],
    day: datetime.date,
    today: datetime.date,
) -> None:
    for limit in (dotted(expires), day):
        version = dotted(running)
        over = is_over(limit, today=today, service_version=version)
        far = is_too_far(limit, today=today, service_version=version)
        assert not (over and far)


@given(strategies.dates(), strategies.dates(), strategies.dates())
def test_time_only_brings_an_expiry_nearer(
    expires: datetime.date, day: datetime.date, other_day: datetime.date
) -> None:
    earlier, later = sorted([day, other_day])
    assert is_too_far(expires, today=earlier) >= is_too_far(
        expires, today=later
    )
