# SPDX-License-Identifier: Apache-2.0
"""What a read of a workaround answers from now on."""

import dataclasses

import pytest

from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.audit.declaration_index import Param
from workarounds.retire import read_values
from workarounds.retire.read_values import Undecidable
from workarounds.retire.transform import folding
from workarounds.source import references
from workarounds.source.references import Place
from workarounds.source.references import Reference
from workarounds.source.references import ReferenceKind

ANNOUNCE = DeclarationInfo(
    'announce',
    'announce_it',
    'enabled_by',
    params=(
        Param('count', 'announce_count', 3),
        Param('kind', 'announce_kind', references.UNKNOWN),
        Param('none', 'announce_none', None),
    ),
    options=(
        'announce_it',
        'announce_count',
        'announce_kind',
        'announce_none',
    ),
)
FSYNC = DeclarationInfo(
    'fsync', 'disable_fsync', 'disabled_by', options=('disable_fsync',)
)
KINDS = dataclasses.replace(ANNOUNCE, is_list=True)
NO_KINDS = dataclasses.replace(FSYNC, is_list=True)
GONE = DeclarationInfo('gone', 'gone', options=('gone',), removed_in='3.0.0')


def answer(
    kind: ReferenceKind,
    subject: DeclarationInfo,
    name: str = '',
    key: str = '',
    *,
    is_on: bool,
) -> object:
    place = Place('disk.py', 1, 0, 1, 9)
    trace = Reference(kind, place, name or subject.name, '', key)
    return read_values.value_of_read(trace, subject, is_on)


@pytest.mark.parametrize('subject', [ANNOUNCE, FSYNC, KINDS, GONE])
@pytest.mark.parametrize('is_on', [True, False])
def test_enabled_says_whether_it_is_on(
    subject: DeclarationInfo, is_on: bool
) -> None:
    assert answer('enabled', subject, is_on=is_on) is is_on


@pytest.mark.parametrize(
    ('subject', 'is_on', 'expected'),
    [
        (ANNOUNCE, True, True),
        (ANNOUNCE, False, False),
        (FSYNC, True, False),
        (FSYNC, False, True),
        (KINDS, True, folding.NON_EMPTY),
        (KINDS, False, []),
        (NO_KINDS, True, []),
        (NO_KINDS, False, folding.NON_EMPTY),
    ],
)
def test_the_toggle_says_yes_as_it_is_meant(
    subject: DeclarationInfo, is_on: bool, expected: object
) -> None:
    assert answer('value', subject, is_on=is_on) == expected
    option = subject.option or ''
    assert answer('direct', subject, option, is_on=is_on) == expected


@pytest.mark.parametrize(('key', 'expected'), [('count', 3), ('none', None)])
def test_a_parameter_has_its_default(key: str, expected: object) -> None:
    assert answer('param', ANNOUNCE, key=key, is_on=True) == expected
    option = f'announce_{key}'
    assert answer('direct', ANNOUNCE, option, is_on=True) == expected


@pytest.mark.parametrize('key', ['count', 'kind', 'none'])
def test_nobody_asks_for_parameters_of_what_is_off(key: str) -> None:
    unasked = folding.UNREAD
    assert answer('param', ANNOUNCE, key=key, is_on=False) is unasked
    option = f'announce_{key}'
    assert answer('direct', ANNOUNCE, option, is_on=False) is unasked


@pytest.mark.parametrize(
    ('kind', 'subject', 'key', 'why'),
    [
        ('value', GONE, '', 'give --polarity'),
        ('direct', GONE, '', 'give --polarity'),
        ('param', ANNOUNCE, 'other', "its parameter 'other' is not known"),
        ('computed', ANNOUNCE, '', 'at run time'),
    ],
)
@pytest.mark.parametrize('is_on', [True, False])
def test_what_nobody_can_tell_is_not_guessed(
    kind: ReferenceKind,
    subject: DeclarationInfo,
    key: str,
    why: str,
    is_on: bool,
) -> None:
    found = answer(kind, subject, key=key, is_on=is_on)
    assert isinstance(found, Undecidable)
    assert why in found.reason


def test_a_default_that_is_no_literal_is_not_known() -> None:
    found = answer('param', ANNOUNCE, key='kind', is_on=True)
    assert found == Undecidable(
        "the default of its parameter 'kind' is not known"
    )
