# SPDX-License-Identifier: Apache-2.0
"""All that is wrong in source that was read, in its order."""

import pytest

from tests.unit.audit import found
from workarounds.audit.scanner import Skipped


def test_findings_are_sorted_by_place() -> None:
    places = [
        found.place(9, 'a.py'),
        found.place(2, 'b.py'),
        found.place(10, 'a.py'),
    ]
    traces = [
        found.trace('direct', found.OPTION, place=one, is_import_time=True)
        for one in places
    ]
    findings = found.find([found.subject()], traces)
    assert [(str(one.location), one.code) for one in findings] == [
        ('a.py:9', 'WA203'),
        ('a.py:9', 'WA204'),
        ('a.py:10', 'WA203'),
        ('a.py:10', 'WA204'),
        ('b.py:2', 'WA203'),
        ('b.py:2', 'WA204'),
    ]


@pytest.mark.parametrize(
    ('line', 'where'), [(None, 'old.py'), (7, 'old.py:7')]
)
def test_what_was_not_read_is_told(line: int | None, where: str) -> None:
    skipped = Skipped('old.py', line, 'is Python 2; rewrite it')
    [finding] = found.find(skipped=[skipped])
    assert (finding.code, finding.severity) == ('WA200', 'error')
    assert str(finding.location) == where
    assert finding.cure == 'rewrite it'
