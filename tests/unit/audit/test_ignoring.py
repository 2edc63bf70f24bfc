# SPDX-License-Identifier: Apache-2.0
"""Findings that a comment silences, and comments that silence none."""

import datetime
from typing import Any

import pytest

from tests.unit.audit import found
from workarounds import audit
from workarounds.audit.scanner import Ignore

SUBJECT = found.subject()
DIRECT = found.trace('direct', found.OPTION, place=found.place(5, end_line=8))


def ignore(
    code: str = 'WA203',
    line: int = 5,
    reason: str = 'it is a test',
    path: str = 'disk.py',
) -> Ignore:
    return Ignore(found.place(line, path), code, reason)


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
    comment: Ignore,
) -> None:
    findings = found.find([SUBJECT], [DIRECT], [comment])
    assert sorted(found.codes(findings)) == ['WA203', 'WA209']
    [superfluous] = [one for one in findings if one.code == 'WA209']
    assert comment.code in superfluous.message
    assert superfluous.location.file == comment.place.path
    assert superfluous.location.line == comment.place.line
    assert superfluous.severity == 'error'


def test_one_comment_silences_all_of_its_code() -> None:
    other = found.trace('direct', found.OPTION, place=found.place(8))
    assert found.find([SUBJECT], [DIRECT, other], [ignore(line=8)]) == []


def test_each_of_two_comments_has_something_to_silence() -> None:
    trace = found.trace('direct', found.OPTION, is_import_time=True)
    comments = [ignore('WA203'), ignore('WA204')]
    assert found.find([SUBJECT], [trace], comments) == []


@pytest.mark.parametrize(
    ('comment', 'cure'),
    [
        (ignore('WA302'), 'did you mean WA202?'),
        (ignore('noqa'), 'write it as # workarounds: ignore=WA203 reason'),
        (ignore(''), 'write it as # workarounds: ignore=WA203 reason'),
        (
            ignore(reason=' '),
            'write # workarounds: ignore=WA203 and the reason',
        ),
        *(
            (ignore(code), 'delete the comment')
            for code in ('WA200', 'WA209', 'WA210')
        ),
    ],
)
def test_a_comment_that_is_wrong_is_told(comment: Ignore, cure: str) -> None:
    findings = found.find([SUBJECT], [DIRECT], [comment])
    [finding] = [one for one in findings if one.code == 'WA210']
    assert finding.cure == cure
    assert finding.location.line == comment.place.line
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
        findings = audit.check(reading, today=day, service_version='34.0.0')
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
    findings = audit.check_file(reading, knows_names=knows_names)
    assert found.codes(findings) == codes
