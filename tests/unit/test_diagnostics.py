# SPDX-License-Identifier: Apache-2.0
"""One diagnostic, its location, and the table of all codes."""

import dataclasses
import re

from hypothesis import given
from hypothesis import strategies
import pytest

from workarounds.diagnostics import CODES
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Location
from workarounds.diagnostics import Severity

#: Promises: no code or name ever gets another meaning.
PROMISED = """
WA101 removed-option
WA102 unknown-option
WA103 misspelt-section
WA104 misplaced-option
WA105 invalid-value
WA106 repeated-option
WA107 deprecated-option
WA108 expired-workaround
WA109 weakens-security
WA110 not-default
WA111 repeated-section
WA112 not-yet-read
WA113 changes-with-upgrade
WA114 unresolved-reference
WA115 former-name
WA116 repeats-default
WA117 indented-line
WA200 skipped-file
WA201 unknown-name
WA202 removed-workaround
WA203 direct-read
WA204 import-time-read
WA205 never-read
WA206 expired-release
WA207 expired-date
WA208 distant-expiry
WA209 unused-suppression
WA210 invalid-suppression
WA211 unstated-field
WA212 computed-read
WA213 renewed-expiry
WA214 outdated-comment
WA215 outdated-text
WA216 hidden-option
WA217 fix-reached
WA218 invalid-declaration
WA219 duplicate-declaration
WA301 read-left
WA302 declaration-left
WA303 setting-left
WA304 test-removed
WA305 setting-removed
WA306 test-emptied
WA307 constant-left
WA308 unused-left
WA309 option-left
WA310 mention-left
WA311 options-not-known
WA312 edit-refused
WA313 hard-link-left
WA314 value-written
WA315 import-removed
WA316 body-emptied
"""


def test_the_codes_are_those_that_were_promised() -> None:
    names = [f'{code.code} {code.name}' for code in CODES.values()]
    assert names == PROMISED.split('\n')[1:-1]
    assert len({code.name for code in CODES.values()}) == len(CODES)


@pytest.mark.parametrize('code', CODES)
def test_a_code_says_what_is_wrong_and_what_to_do(code: str) -> None:
    for text in (CODES[code].summary, CODES[code].cure):
        # Messages and sentences are made from these clauses.
        assert re.fullmatch(r'[a-z].*[^.,;]', text)


@pytest.mark.parametrize(
    ('location', 'text'),
    [
        (Location('/etc/nova.conf', 7), '/etc/nova.conf:7'),
        (Location('nova.conf'), 'nova.conf'),
        (Location('a\n.py', 7, 1, 8, 2), 'a\\n.py:7'),
        (Location(environment='OS_X'), 'environment variable OS_X'),
        (Location(source='command line'), 'command line'),
        (Location(), 'by default'),
        (Location(source='default'), 'by default'),
    ],
)
def test_a_location_is_written_as_people_read_it(
    location: Location, text: str
) -> None:
    assert str(location) == text


def test_what_is_left_out_is_that_of_the_code() -> None:
    diagnostic = Diagnostic('WA203', Location('disk.py', 5), 'it is read')
    assert (diagnostic.name, diagnostic.severity) == ('direct-read', 'error')
    assert diagnostic.cure == CODES['WA203'].cure
    assert diagnostic.subject == ''
    assert str(diagnostic) == f'WA203 disk.py:5: it is read; {diagnostic.cure}'


def test_it_can_have_a_cure_and_a_severity_of_its_own() -> None:
    diagnostic = Diagnostic(
        'WA203',
        Location('disk.py', 5),
        'it is read',
        'call it',
        'flush',
        Severity.NOTE,
    )
    assert diagnostic.text == 'it is read; call it'
    assert dataclasses.replace(diagnostic) == diagnostic
    assert diagnostic.to_data() == {
        'code': 'WA203',
        'name': 'direct-read',
        'severity': 'note',
        'location': {
            'file': 'disk.py',
            'line': 5,
            'column': None,
            'end_line': None,
            'end_column': None,
            'environment': None,
            'source': None,
        },
        'subject': 'flush',
        'message': 'it is read',
        'cure': 'call it',
    }


def test_there_is_no_diagnostic_of_an_unknown_code() -> None:
    with pytest.raises(KeyError, match='WA999'):
        Diagnostic('WA999', Location(), 'something')


@given(strategies.text(), strategies.text())
def test_a_terminal_obeys_nothing_that_a_file_contains(
    path: str, message: str
) -> None:
    diagnostic = Diagnostic('WA201', Location(path, 1), message, message, path)
    assert str(diagnostic).isprintable()
    assert diagnostic.subject.isprintable()
