# SPDX-License-Identifier: Apache-2.0
"""What is wrong with reads of workarounds, and with what sets them."""

import pytest

from tests.unit.audit import found
from workarounds.audit import checker
from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.audit.declaration_index import Param
from workarounds.source.references import Reference
from workarounds.source.references import ReferenceKind

LOOKUPS: tuple[ReferenceKind, ...] = ('enabled', 'value', 'param')
COUNT = Param('count', f'{found.NAME}_count', 3)
NOWHERE = (
    'it is declared nowhere, so correct the name, or name the catalogue that '
    'has it'
)


@pytest.mark.parametrize('kind', ['enabled', 'value'])
def test_nothing_is_wrong_with_a_lookup(kind: ReferenceKind) -> None:
    assert found.find([found.subject()], [found.trace(kind)]) == []


def test_nothing_is_wrong_with_a_lookup_of_a_parameter() -> None:
    subject = found.subject(params=(COUNT,))
    assert found.find([subject], [found.trace('param', key='count')]) == []


@pytest.mark.parametrize('name', [found.NAME, found.OPTION])
def test_nothing_is_wrong_with_a_test_that_sets_one(name: str) -> None:
    trace = found.trace('setting', name, is_import_time=True)
    assert found.find([found.subject()], [trace]) == []


@pytest.mark.parametrize('kind', LOOKUPS)
@pytest.mark.parametrize(
    ('name', 'hint'),
    [
        ('flush_image', 'did you mean flush_images?'),
        ('announce', NOWHERE),
        (
            found.OPTION,
            'it is an option of flush_images, which is to be asked for',
        ),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(
    kind: ReferenceKind, name: str, hint: str
) -> None:
    findings = found.find([found.subject()], [found.trace(kind, name)])
    assert found.said(findings) == [
        ('WA201', f'no workaround is called {name!r}; {hint}')
    ]


@pytest.mark.parametrize('kind', ['direct', 'setting'])
@pytest.mark.parametrize(
    ('name', 'hint'),
    [
        ('disable_flush', f'did you mean {found.OPTION}?'),
        ('announce', NOWHERE),
    ],
)
def test_an_unknown_option_is_told_with_the_nearest(
    kind: ReferenceKind, name: str, hint: str
) -> None:
    findings = found.find([found.subject()], [found.trace(kind, name)])
    assert found.said(findings) == [
        ('WA201', f'no workaround has an option {name!r}; {hint}')
    ]


def test_a_name_is_no_option() -> None:
    findings = found.find([found.subject()], [found.trace('direct')])
    assert found.said(findings) == [
        (
            'WA201',
            f"no workaround has an option 'flush_images'; the option of "
            f'flush_images is {found.OPTION}',
        )
    ]


@pytest.mark.parametrize(
    ('params', 'known'), [((), 'none'), ((COUNT,), 'count')]
)
def test_an_unknown_parameter_is_told_with_the_known_ones(
    params: tuple[Param, ...], known: str
) -> None:
    findings = found.find(
        [found.subject(params=params)], [found.trace('param', key='size')]
    )
    assert found.said(findings) == [
        ('WA201', f"flush_images has no parameter 'size'; it has {known}")
    ]


def test_a_parameter_whose_name_is_computed_is_left_alone() -> None:
    assert found.find([found.subject()], [found.trace('param')]) == []


def test_so_is_one_whose_workaround_does_not_tell_its_parameters() -> None:
    subject = found.subject(place=found.place())
    traces = [found.trace('enabled'), found.trace('param', key='size')]
    assert found.find([subject], traces) == []


def test_an_option_may_be_that_of_one_that_does_not_tell_it() -> None:
    subject = found.subject(option=None, options=(), place=found.place())
    traces = [
        found.trace('enabled'),
        found.trace('direct', 'disable_flush'),
        found.trace('setting', 'disable_flush'),
    ]
    assert found.said(found.find([subject], traces)) == [
        (
            'WA212',
            'whether disable_flush is an option of flush_images is only '
            'known at run time; write the options of that as literals, where '
            'it is declared',
        )
    ]
    [finding] = found.find(
        [subject, found.subject('other')],
        [found.trace('enabled'), found.trace('enabled', 'wrong')],
    )
    assert finding.code == 'WA201'


@pytest.mark.parametrize('kind', LOOKUPS)
def test_a_removed_name_is_told_with_its_release(kind: ReferenceKind) -> None:
    trace = found.trace(kind, is_import_time=True)
    findings = found.find([found.removed()], [trace])
    assert found.said(findings) == [
        (
            'WA202',
            'flush_images was removed in 36.0.0; delete the code that asks '
            'for it (workarounds retire flush_images)',
        )
    ]
    assert findings[0].workaround == found.NAME


def test_a_removed_name_may_not_tell_its_release() -> None:
    subject = found.subject(removed_in='')
    [finding] = found.find([subject], [found.trace('enabled')])
    assert 'was removed in an earlier release; ' in finding.message


@pytest.mark.parametrize(
    ('kind', 'verb'), [('direct', 'asks for'), ('setting', 'sets')]
)
def test_so_is_the_option_of_one(kind: ReferenceKind, verb: str) -> None:
    trace = found.trace(kind, found.OPTION)
    [finding] = found.find([found.removed()], [trace])
    assert finding.code == 'WA202'
    assert f'delete the code that {verb} it' in finding.message


@pytest.mark.parametrize(
    ('subject', 'lookup'),
    [
        (found.subject(), "not workarounds.enabled('flush_images')"),
        (
            found.subject(polarity='enabled_by'),
            "workarounds.enabled('flush_images')",
        ),
        (
            found.subject(is_list=True),
            "workarounds.value('flush_images')",
        ),
    ],
)
def test_a_direct_read_is_told_with_what_to_write(
    subject: DeclarationInfo, lookup: str
) -> None:
    findings = found.find([subject], [found.trace('direct', found.OPTION)])
    assert found.said(findings) == [
        (
            'WA203',
            'this read of the option disable_flushes bypasses enabled(); '
            f'write {lookup}',
        )
    ]


def test_so_is_that_of_a_parameter() -> None:
    subject = found.subject(
        params=(COUNT,), options=(found.OPTION, COUNT.option)
    )
    [finding] = found.find([subject], [found.trace('direct', COUNT.option)])
    assert finding.message.endswith(
        "; write workarounds.param('flush_images', 'count')"
    )


@pytest.mark.parametrize(
    ('kind', 'name', 'codes'),
    [
        ('enabled', found.NAME, ['WA204']),
        ('value', found.NAME, ['WA204']),
        ('direct', found.OPTION, ['WA203', 'WA204']),
        # Which one is read is nobody's guess, nor is when.
        ('computed', '', ['WA212']),
    ],
)
def test_a_read_at_import_is_told(
    kind: ReferenceKind, name: str, codes: list[str]
) -> None:
    trace = found.trace(kind, name, is_import_time=True)
    findings = found.find([found.subject()], [trace])
    assert found.codes(findings) == codes
    if kind != 'computed':
        assert findings[-1].message == (
            'flush_images is read when the module is imported, before any '
            'configuration file, and never again; ask in the function that '
            'needs to know'
        )


@pytest.mark.parametrize(
    ('name', 'message', 'workaround'),
    [
        (
            '',
            'which workaround is asked for here is computed at run time, so '
            'nobody can follow it; write the name as a literal',
            '',
        ),
        (
            found.OPTION,
            'whether this reads disable_flushes of [workarounds] is only '
            'known at run time; write not '
            "workarounds.enabled('flush_images')",
            found.NAME,
        ),
    ],
)
def test_what_nobody_can_follow_is_a_warning(
    name: str, message: str, workaround: str
) -> None:
    [finding] = found.find([found.subject()], [found.trace('computed', name)])
    assert (finding.code, finding.severity) == ('WA212', 'warning')
    assert (finding.message, finding.workaround) == (message, workaround)


@pytest.mark.parametrize(
    'kind', ['declaration', 'tombstone', 'option', 'comment', 'mention']
)
def test_other_traces_are_no_reads(kind: ReferenceKind) -> None:
    trace = found.trace(kind, is_import_time=True)
    assert found.find([found.subject()], [trace]) == []
    assert found.find([], [trace]) == []


@pytest.mark.parametrize(
    ('trace', 'with_names', 'without'),
    [
        (found.trace('enabled', 'flsh'), ['WA201'], []),
        (found.trace('direct', found.OPTION), ['WA203'], []),
        (
            found.trace('enabled', is_import_time=True),
            ['WA204'],
            ['WA204'],
        ),
        (found.trace('computed', ''), ['WA212'], ['WA212']),
        (
            found.trace('direct', found.OPTION, is_import_time=True),
            ['WA203', 'WA204'],
            [],
        ),
        # What takes the whole project to tell.
        (found.trace('declaration'), [], []),
    ],
)
def test_one_file_tells_what_needs_no_other(
    trace: Reference, with_names: list[str], without: list[str]
) -> None:
    reading = found.reading(
        [found.subject(place=found.place(), expires='1.0.0')], [trace]
    )
    for knows_names, codes in ((True, with_names), (False, without)):
        findings = checker.find_in_file(reading, knows_names=knows_names)
        assert found.codes(findings) == codes
