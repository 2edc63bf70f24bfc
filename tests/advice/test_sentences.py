# SPDX-License-Identifier: Apache-2.0
"""Every sentence of every reason, in one file to be reviewed."""

from collections.abc import Iterator
import dataclasses
import datetime
import pathlib
import tempfile
from typing import Any

import pytest

from tests.advice import host_cases
from tests.advice import matrix_cases
from tests.advice import samples
from tests.advice import snapshots
from tests.advice import test_config_fix
from tests.advice import test_host
import workarounds
from workarounds import advice
from workarounds.config import indented

SNAPSHOT = pathlib.Path(__file__).with_name('sentences.txt')
QUESTIONS = {
    'Does a host need it?': advice.HostReason,
    'Does a platform have the fix?': advice.PlatformReason,
    'May its code be deleted?': advice.RemovalReason,
}
#: More versions of packages say nothing new about the words.
MOST = 4
EVIL = 'a\x1b[2J\r\n{b} %s'
REMOVED = {
    'option': 'enable_consoleauth',
    'removed_in': '20.0.0',
    'detail': 'the service is gone',
}
OPTIONS = [
    advice.Assessment(
        advice.HostStatus.NOT_NEEDED,
        advice.HostReason.OPTION_REMOVED,
        REMOVED,
    ),
    advice.Assessment(
        advice.HostStatus.NOT_NEEDED,
        advice.HostReason.OPTION_IGNORED,
        REMOVED,
    ),
    advice.Assessment(
        advice.HostStatus.UNKNOWN,
        advice.HostReason.OPTION_STILL_READ,
        {**REMOVED, 'release': '19.3.2'},
    ),
    advice.Assessment(
        advice.HostStatus.NOT_NEEDED,
        advice.HostReason.NOT_IN_THIS_RELEASE,
        {'release': '22.0.0', 'introduced': '26.0.0'},
    ),
    *(
        advice.Assessment(
            advice.HostStatus.UNKNOWN,
            advice.HostReason.OPTION_RELEASE_NOT_KNOWN,
            {**REMOVED, **release},
        )
        for release in ({}, {'release': 'hibiscus'})
    ),
]


def assessments() -> Iterator[advice.Assessment]:
    """Return the assessments of all cases."""
    with tempfile.TemporaryDirectory() as directory:
        yield from test_config_fix.assessments(pathlib.Path(directory))
    for case in host_cases.CASES:
        yield samples.assess(case.fix, case.host, samples.DATASET)
    yield from map(test_host.on_newer, test_host.NEWER)
    for fixes in (
        [test_host.HOLDS, test_host.HOLDS_TOO],
        [test_host.OPEN, test_host.NEVER, test_host.LOOK],
        [test_host.EVERYWHERE, test_host.LOOK, test_host.HOLDS],
    ):
        yield samples.assess(fixes, test_host.HOST, samples.DATASET)
    yield from (test_host.by_service(fix) for fix in test_host.BY_SERVICE)
    yield from OPTIONS
    for platform in matrix_cases.PLATFORMS:
        yield platform.row().platforms[platform.platform]
    for removal in matrix_cases.REMOVALS:
        yield removal.row().assessment
    facts = matrix_cases.Facts()
    facts.as_of = matrix_cases.YESTERDAY
    facts.platform(released=matrix_cases.TODAY)
    yield facts.row(matrix_cases.tool()).platforms['acme:1']
    facts = matrix_cases.Facts()
    yield facts.row(matrix_cases.tool()).assessment
    facts.platform('acme:1', end_of_life=matrix_cases.YESTERDAY)
    facts.platform('other:1', end_of_life=matrix_cases.YESTERDAY)
    yield facts.row(matrix_cases.tool()).assessment
    facts = matrix_cases.Facts()
    facts.service['requires'] = {
        'tool': advice.Stated('3.0.0', matrix_cases.FLOOR)
    }
    affected = workarounds.PackageFix(component='tool', affected='<=1.2.2')
    for fix in (matrix_cases.tool(), affected):
        yield facts.row(fix).assessment


def shown() -> str:
    """Return all sentences: by question, status and reason."""
    found: dict[tuple[type, str, str], list[str]] = {}
    for assessment in assessments():
        key = (
            type(assessment.reason),
            str(assessment.status),
            str(assessment.reason),
        )
        said = found.setdefault(key, [])
        sentence = advice.explain(assessment)
        if sentence not in said and len(said) < MOST:
            said.append(sentence)
    lines = []
    for question, reasons in QUESTIONS.items():
        lines += [question, '=' * len(question), '']
        for (kind, status, reason), said in sorted(
            found.items(), key=lambda item: item[0][1:]
        ):
            if kind is reasons:
                lines += [f'{status}: {reason}', *(f'  {s}' for s in said), '']
    return '\n'.join(lines)


def test_the_sentences_are_those_that_were_reviewed() -> None:
    snapshots.compare(SNAPSHOT, shown())


@pytest.mark.parametrize('reasons', QUESTIONS.values())
def test_every_reason_has_an_example(
    reasons: type[advice.HostReason],
) -> None:
    kinds = [assessment.reason for assessment in assessments()]
    found = {reason for reason in kinds if isinstance(reason, reasons)}
    assert found == set(reasons)


def test_no_text_of_a_declaration_steers_a_terminal() -> None:
    fix = workarounds.NoFix(EVIL)
    found = samples.assess(fix, test_host.HOST, samples.DATASET)
    assert advice.explain(found) == (
        'the bug will never be fixed: a\\x1b[2J {b} %s'
    )


ACTIONS = pathlib.Path(__file__).with_name('actions.txt')
LINE = advice.SetIn(file='nova.conf', line=7)
CURRENT = advice.Change(
    advice.ActionKind.NONE, LINE, 'flush = true', end_line=7
)
CHANGES = [
    dataclasses.replace(CURRENT, kind=advice.ActionKind.DELETE_LINE),
    dataclasses.replace(
        CURRENT,
        kind=advice.ActionKind.CHANGE_LINE,
        text='flush = false',
        old_text='flush = true',
    ),
    dataclasses.replace(
        CURRENT,
        kind=advice.ActionKind.DELETE_LINE,
        text='types = a, b',
        end_line=9,
    ),
    *(
        advice.Change(
            advice.ActionKind.ADD_LINE,
            place,
            'flush = true',
            section='workarounds',
        )
        for place in (
            LINE,
            advice.SetIn(file='nova.conf'),
            advice.SetIn(),
        )
    ),
    advice.Change(
        advice.ActionKind.ADD_LINE,
        LINE,
        'types =',
        needs_value=True,
        section='workarounds',
    ),
    *(
        advice.Change(
            kind, advice.SetIn(environment='OS_WORKAROUNDS__FLUSH'), text
        )
        for kind, text in (
            (advice.ActionKind.DELETE_LINE, None),
            (advice.ActionKind.CHANGE_LINE, 'false'),
        )
    ),
    *(
        advice.Change(
            advice.ActionKind.DELETE_LINE,
            advice.SetIn(source=source, detail=detail),
            'flush',
        )
        for source, detail in (
            ('command line', ''),
            ('override', 'nova/cmd.py:12'),
            ('remote', 'https://config.example.org/'),
        )
    ),
]
_PLACES: list[advice.Change | None] = [
    None,
    CURRENT,
    advice.Change(advice.ActionKind.NONE, advice.SetIn(environment='OS_X')),
]


def actions() -> Iterator[advice.Action]:
    """Return actions with every note, and with every kind of change."""
    note = advice.ActionNote
    weakens: dict[str, Any] = {
        'weakens_security': True,
        'optional': CHANGES[:1],
    }
    for kept in (note.KEEP_ON, note.KEEP_ON_UNTIL_KNOWN):
        for place in _PLACES:
            yield advice.Action(kept, current=place)
        yield advice.Action(kept, current=CURRENT, **weakens)
        doubts: dict[str, Any]
        for doubts in (
            {'deprecated_since': '20.0.0'},
            {'expired': datetime.date(2026, 11, 1)},
            {'deprecated_since': '20.0.0', 'expired': '34.0.0'},
        ):
            yield advice.Action(kept, current=CURRENT, **doubts)
    yield advice.Action(note.NO_OPTION, expired='34.0.0')
    yield advice.Action(note.KEEP_OFF, current=CURRENT)
    for place in _PLACES:
        for kept in (note.REPEATS_DEFAULT, note.KEEP_ON):
            yield advice.Action(kept, current=place, repeats_default=True)
    yield advice.Action(
        note.TURN_OFF, [CURRENT], current=CURRENT, repeats_default=True
    )
    yield advice.Action(note.CANNOT_TURN_OFF, current=CURRENT)
    yield advice.Action(note.LEAVE_OFF, current=CURRENT)
    for kept in (note.KEEP_UNTIL_RELEASE, note.KEEP_UNLESS_RELEASE):
        yield advice.Action(kept, current=CURRENT, release='20.0.0')
    yield advice.Action(note.NOT_IN_RELEASE, current=CURRENT, release='26.0.0')
    yield advice.Action(note.NOTHING_TO_DO)
    yield advice.Action(note.CHOOSE)
    yield advice.Action(note.CHOOSE, current=CURRENT, **weakens)
    yield advice.Action(note.NO_OPTION)
    yield advice.Action(note.NO_OPTION, weakens_security=True)
    yield advice.Action(note.CANNOT_TURN_OFF)
    yield advice.Action(note.CANNOT_TURN_ON)
    yield advice.Action(note.LEAVE_OFF, optional=CHANGES[:1])
    yield advice.Action(note.LEAVE_OFF, **weakens)
    yield advice.Action(note.DELETE_LEFTOVER, CHANGES[:1])
    yield advice.Action(
        note.DELETE_DEPRECATED,
        CHANGES[:1],
        current=CURRENT,
        repeats_default=True,
    )
    invalid = dataclasses.replace(
        CURRENT,
        kind=advice.ActionKind.CORRECT_VALUE,
        reason='flush_count does not accept the value',
    )
    repeated = dataclasses.replace(CHANGES[0], reason='line 9 overrides it')
    separate = advice.Change(
        advice.ActionKind.UNINDENT_LINES,
        advice.SetIn(file='nova.conf', line=8),
        '[libvirt]',
        end_line=9,
        reason='they continue the value of line 7',
        run=indented.Run(first=8, last=9, end=9),
    )
    for kept in (note.KEEP_ON, note.NOTHING_TO_DO):
        for correction in (invalid, repeated, separate):
            yield advice.Action(
                kept, corrections=[correction], current=CURRENT
            )
    for change in CHANGES:
        yield advice.Action(note.TURN_OFF, [change])
    yield advice.Action(note.TURN_ON, CHANGES[:1])
    error: dict[str, Any] = {'error': 'the value is not accepted'}
    bad = dataclasses.replace(CURRENT, kind=advice.ActionKind.CORRECT_VALUE)
    yield advice.Action(note.CORRECT_VALUE, [bad], **error)
    error = {'error': 'it refers to my_ip, whose value is not known here'}
    yield advice.Action(note.CANNOT_TELL, **error)
    yield advice.Action(note.CANNOT_TELL, optional=CHANGES[:1], **error)


def test_the_words_for_actions_are_those_that_were_reviewed() -> None:
    lines = []
    for action in actions():
        lines += [f'{action.kind}: {action.note}']
        lines += [f'  {line}' for line in advice.explain_action(action)]
        lines += ['']
    snapshots.compare(ACTIONS, '\n'.join(lines))
    assert {action.note for action in actions()} == set(advice.ActionNote)


@pytest.mark.parametrize(
    ('fields', 'cure'),
    [
        ({}, 'give --service-version'),
        (
            {'project': 'neutron'},
            'state it in a host file (components, pypi:neutron)',
        ),
    ],
)
def test_an_unknown_release_says_what_gives_it(
    fields: dict[str, str], cure: str
) -> None:
    # --service-version is the release of the service, and of no other.
    assessment = advice.Assessment(
        advice.HostStatus.UNKNOWN,
        advice.HostReason.RELEASE_NOT_KNOWN,
        {'fixed_in': '28.0.0', 'detail': 'not installed', **fields},
    )
    assert advice.explain(assessment).endswith(f': not installed; {cure}')
