# SPDX-License-Identifier: Apache-2.0
"""All that is wrong in source that was read, and the codes of it."""

import re

from hypothesis import given
from hypothesis import strategies
import pytest

from tests.unit.audit import found
from workarounds import diagnostics
from workarounds.audit import codes
from workarounds.audit.finding import Finding
from workarounds.audit.scanner import SkippedFile
from workarounds.source.references import Place


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
    assert [(one.where, one.code) for one in findings] == [
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
    skipped = SkippedFile('old.py', line, 'is Python 2; rewrite it')
    [finding] = found.find(skipped=[skipped])
    assert (finding.code, finding.severity) == ('WA200', 'error')
    assert finding.where == where
    assert finding.message == 'not read: is Python 2; rewrite it'


@given(strategies.text(), strategies.text())
def test_a_terminal_obeys_nothing_that_a_file_contains(
    path: str, message: str
) -> None:
    place = Place(path, 1, 0, 1, 0)
    finding = Finding('WA201', place, message)
    assert finding.message.isprintable()
    assert finding.where.isprintable()


def test_the_codes_are_those_that_were_promised() -> None:
    assert list(codes.CODES) == [f'WA{number}' for number in range(200, 216)]
    assert not codes.CODES.keys() & diagnostics.CODES.keys()


@pytest.mark.parametrize('name', codes.CODES)
def test_a_code_says_what_it_means_and_what_to_do(name: str) -> None:
    code = codes.CODES[name]
    assert re.fullmatch(r'[a-z][^.;]+', code.meaning)
    assert re.fullmatch(r'[A-Z].*[^,;]', code.cure)


def test_a_date_alone_breaks_nothing() -> None:
    assert codes.CODES[codes.DATE_PASSED].severity == 'warning'
    assert codes.CODES[codes.EXPIRED].severity == 'error'
