# SPDX-License-Identifier: Apache-2.0
"""Findings that a comment silences, and comments that silence none."""

import datetime
from typing import Any

import pytest

from tests.unit.audit import found
from workarounds.audit import checker
from workarounds.audit.scanner import Suppression

SUBJECT = found.subject()
DIRECT = found.trace('direct', found.OPTION, place=found.place(5, end_line=8))


def ignore(
    code: str = 'WA203',
    line: int = 5,
    reason: str = 'it is a test',
    path: str = 'disk.py',
) -> Suppression:
    return Suppression(found.place(line, path), code, reason)


@pytest.mark.parametrize('line', [5, 6, 8])
def test_a_comment_silences_its_line(line: int) -> None:
    assert found.find([SUBJECT], [DIRECT], [ignore(line=line)]) == []


@pytest.mark.parametrize(
    'comment',
    [
        ignore(line=4),
        ignore(line=9),
        ignore('WA204'),
        ignore(path='other.py'),
    ],
)
def test_it_silences_no_other_line_code_or_file(
    comment: Suppression,
) -> None:
    findings = found.find([SUBJECT], [DIRECT], [comment])
    assert sorted(found.codes(findings)) == ['WA203', 'WA209']
    [superfluous] = [one for one in findings if one.code == 'WA209']
    assert superfluous.message == (
        f'there is no {comment.code} left here to silence; delete the comment'
    )
    assert superfluous.place == comment.place
    assert superfluous.severity == 'error'


def test_one_comment_silences_all_of_its_code() -> None:
    other = found.trace('direct', found.OPTION, place=found.place(8))
    assert found.find([SUBJECT], [DIRECT, other], [ignore(line=8)]) == []


def test_each_of_two_comments_has_something_to_silence() -> None:
    trace = found.trace('direct', found.OPTION, is_import_time=True)
    comments = [ignore('WA203'), ignore('WA204')]
    assert found.find([SUBJECT], [trace], comments) == []


@pytest.mark.parametrize(
    ('comment', 'message'),
    [
        (
            ignore('WA302'),
            "'WA302' is no code; did you mean WA202?",
        ),
        (ignore('noqa'), "'noqa' is no code; write # workarounds: "),
        (ignore(''), "'' is no code; write # workarounds: ignore=WA203 why"),
        (
            ignore(reason=' '),
            'this comment does not say why; write # workarounds: '
            'ignore=WA203 and the reason',
        ),
        *(
            (
                ignore(code),
                f'{code} cannot be silenced by a comment; delete this one',
            )
            for code in ('WA200', 'WA209', 'WA210')
        ),
    ],
)
def test_a_comment_that_is_wrong_is_told(
    comment: Suppression, message: str
) -> None:
    findings = found.find([SUBJECT], [DIRECT], [comment])
    [finding] = [one for one in findings if one.code == 'WA210']
    assert message in finding.message
    assert finding.place == comment.place
    # It is not told twice of one comment.
    assert 'WA209' not in found.codes(findings)


def test_a_comment_without_a_reason_silences_all_the_same() -> None:
    findings = found.find([SUBJECT], [DIRECT], [ignore(reason='')])
    assert found.codes(findings) == ['WA210']


@pytest.mark.parametrize('code', ['WA206', 'WA208', 'WA214', 'WA215'])
def test_what_takes_a_version_is_not_superfluous_without(code: str) -> None:
    comment = ignore(code)
    assert found.find(ignores=[comment], version=None) == []
    assert found.codes(found.find(ignores=[comment])) == ['WA209']


def test_time_makes_no_comment_an_error() -> None:
    """An old commit stays as good as it was, whatever day it is."""
    expires = datetime.date(2028, 12, 31)
    subject = found.subject(place=found.place(), expires=expires)
    reading = found.reading(
        [subject], [found.trace('enabled')], [ignore('WA208')]
    )

    def on(day: datetime.date) -> list[Any]:
        findings = checker.find(reading, today=day, service_version='34.0.0')
        return [(one.code, one.severity) for one in findings]

    assert on(datetime.date(2026, 12, 30)) == []
    assert on(datetime.date(2026, 12, 31)) == [('WA209', 'warning')]
    assert on(datetime.date(2030, 1, 1)) == [
        ('WA207', 'warning'),
        ('WA209', 'warning'),
    ]


@pytest.mark.parametrize(
    ('knows_names', 'codes'), [(True, ['WA209', 'WA209']), (False, ['WA209'])]
)
def test_one_file_judges_the_comments_that_it_can(
    knows_names: bool, codes: list[str]
) -> None:
    comments = [ignore('WA203', 1), ignore('WA204', 2), ignore('WA205', 3)]
    reading = found.reading([SUBJECT], ignores=comments)
    findings = checker.find_in_file(reading, knows_names=knows_names)
    assert found.codes(findings) == codes
