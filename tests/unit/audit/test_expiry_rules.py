# SPDX-License-Identifier: Apache-2.0
"""What is wrong with declarations: above all, that they have expired."""

import datetime
from typing import Any

import pytest

from tests.unit.audit import found
import workarounds
from workarounds.audit.rules import expiry
from workarounds.source.references import Reference
from workarounds.source.references import ReferenceKind

READ = found.trace('enabled')
PASSED = datetime.date(2026, 11, 22)
CURE = (
    'remove it (workarounds retire flush_images), or give a later expires '
    'and add this one to renewed_from'
)
TOO_FAR = (
    'more than 4 releases or 2 years ahead; choose an earlier expiry, which '
    'can be renewed'
)


def here(**fields: Any) -> Any:
    """Describe a workaround that is declared in the source."""
    return found.subject(place=found.place(1, end_line=9), **fields)


@pytest.mark.parametrize('version', ['35.0.0', '35.0.1', '36.0.0.dev1'])
def test_a_version_that_was_reached_is_an_error(version: str) -> None:
    [finding] = found.find([here()], [READ], version=version)
    assert (finding.code, finding.severity) == ('WA206', 'error')
    assert finding.message == (
        f'flush_images expired in release 35.0.0, which {version} has '
        f'reached; {CURE}'
    )
    assert (finding.place.line, finding.workaround) == (1, found.NAME)


@pytest.mark.parametrize('version', ['34.0.0', '34.2.1.dev30', '35.0.0.0rc1'])
def test_before_that_it_is_none(version: str) -> None:
    assert found.find([here()], [READ], version=version) == []


def test_the_fix_is_named() -> None:
    subject = here(fixed_by='qemu 2.2.0')
    [finding] = found.find([subject], [READ], version='35.0.0')
    assert '35.0.0 has reached; its fix: qemu 2.2.0; rem' in finding.message


@pytest.mark.parametrize('version', ['34.0.0', '99.0.0', None])
def test_a_date_that_has_passed_is_a_warning(version: str | None) -> None:
    subject = here(expires=PASSED)
    [finding] = found.find([subject], [READ], version=version)
    assert (finding.code, finding.severity) == ('WA207', 'warning')
    assert finding.message == (f'flush_images expired on 2026-11-22; {CURE}')


def test_a_date_passes_at_the_end_of_its_day() -> None:
    assert found.find([here(expires=found.TODAY)], [READ]) == []


@pytest.mark.parametrize(
    ('expires', 'when'),
    [
        ('39.0.0', 'in release 39.0.0'),
        (datetime.date(2028, 11, 24), 'on 2028-11-24'),
    ],
)
def test_an_expiry_too_far_ahead_is_an_error(expires: Any, when: str) -> None:
    [finding] = found.find([here(expires=expires)], [READ])
    assert (finding.code, finding.severity) == ('WA208', 'error')
    assert finding.message == f'flush_images expires {when}, {TOO_FAR}'


@pytest.mark.parametrize(
    'expires',
    [
        '38.9.9',
        datetime.date(2028, 11, 23),
        workarounds.Never('operators choose'),
        None,
    ],
)
def test_others_are_near_enough(expires: Any) -> None:
    assert found.find([here(expires=expires)], [READ]) == []


@pytest.mark.parametrize('expires', ['1.0.0', '99.0.0'])
def test_versions_are_not_judged_without_one(expires: str) -> None:
    subject = here(expires=expires)
    assert found.find([subject], [READ], version=None) == []
    reading = found.reading([subject], [READ])
    assert expiry.unjudged(reading) == [found.NAME]


@pytest.mark.parametrize(
    'subject',
    [
        here(expires=PASSED),
        here(expires=workarounds.Never('why')),
        here(expires=None),
        found.removed(),
        # The code of that is elsewhere.
        found.subject('other'),
    ],
)
def test_nothing_is_lost_where_there_is_no_version(subject: Any) -> None:
    reading = found.reading([subject], [READ])
    assert expiry.unjudged(reading) == []


@pytest.mark.parametrize(
    ('fields', 'what'),
    [
        (('bugs',), 'bugs'),
        (('expires',), 'expires'),
        (('bugs', 'expires'), 'bugs and expires'),
    ],
)
def test_a_project_states_what_it_knows(
    fields: tuple[str, ...], what: str
) -> None:
    findings = found.find([here(unstated=fields)], [READ])
    assert found.said(findings) == [
        (
            'WA211',
            f'flush_images: {what} Unstated, which is for catalogues of '
            f'other projects; state what this one knows',
        )
    ]
    assert found.find([found.subject(unstated=fields)], [READ]) == []


@pytest.mark.parametrize(
    ('earlier', 'message'),
    [
        (
            ('33.0.0',),
            'flush_images was renewed once; it was to expire at 33.0.0 '
            'before; ask whether it is temporary at all',
        ),
        (
            ('33.0.0', PASSED, '34.0.0'),
            'flush_images was renewed 3 times; it was to expire at 33.0.0, '
            '2026-11-22, 34.0.0 before; ask whether it is temporary at all',
        ),
    ],
)
def test_renewals_are_counted(earlier: Any, message: str) -> None:
    [finding] = found.find([here(renewed_from=earlier)], [READ])
    assert (finding.code, finding.severity) == ('WA213', 'note')
    assert finding.message == message


@pytest.mark.parametrize(
    'kind', ['declaration', 'setting', 'comment', 'mention', 'option']
)
def test_what_is_declared_is_read(kind: ReferenceKind) -> None:
    [finding] = found.find([here()], [found.trace(kind)])
    assert (finding.code, finding.severity) == ('WA205', 'error')
    assert finding.message == (
        'flush_images is declared and never read; delete the declaration, '
        'or audit the code that reads it as well'
    )
    assert finding.place.line == 1


@pytest.mark.parametrize(
    'trace',
    [
        READ,
        found.trace('value'),
        found.trace('param', key=''),
        found.trace('direct', found.OPTION),
        found.trace('computed', found.OPTION),
    ],
)
def test_any_read_is_enough(trace: Reference) -> None:
    findings = found.find([here()], [trace])
    assert 'WA205' not in found.codes(findings)


def test_perhaps_it_is_read_where_nobody_can_follow() -> None:
    trace = found.trace('computed', '', place=found.place(7, 'z.py'))
    finding, _ = found.find([here()], [trace])
    assert (finding.code, finding.severity) == ('WA205', 'warning')
    assert finding.message == (
        'flush_images is declared and never read by its name, but z.py:7 may '
        'read it; write the name there, or delete the declaration'
    )


def test_perhaps_it_is_read_by_an_option_that_cannot_be_told() -> None:
    [finding] = found.find([here(option=None, options=())], [])
    assert (finding.code, finding.severity) == ('WA205', 'warning')
    assert finding.message == (
        'flush_images is declared and never read by its name, but its option '
        'is not declared as a literal; write it as one, or delete the '
        'declaration'
    )


def test_a_workaround_of_a_catalogue_need_not_be_read_here() -> None:
    assert found.find([found.subject()], []) == []


@pytest.mark.parametrize(
    ('kinds', 'line'),
    [
        (['enabled', 'setting', 'option'], 3),
        (['setting', 'enabled', 'setting'], 2),
        (['setting', 'setting'], 1),
        (['mention', 'comment', 'tombstone'], None),
        ([], None),
    ],
)
def test_one_of_a_catalogue_is_judged_where_its_code_is(
    kinds: list[ReferenceKind], line: int | None
) -> None:
    traces = [
        found.trace(kind, place=found.place(number))
        for number, kind in enumerate(kinds, 1)
    ]
    findings = found.find([found.subject()], traces, version='35.0.0')
    assert [
        finding.place.line for finding in findings if finding.code == 'WA206'
    ] == ([] if line is None else [line])


def test_the_removed_have_no_expiry() -> None:
    subject = found.removed(place=found.place(), renewed_from=('1.0.0',))
    trace = found.trace('tombstone')
    assert found.find([subject], [trace], version='99.0.0') == []
