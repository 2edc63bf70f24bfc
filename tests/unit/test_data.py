# SPDX-License-Identifier: Apache-2.0
"""Frozen data reports all its mistakes and never changes."""

import copy
import inspect
from typing import Any
from typing import ClassVar

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies
import pytest

import workarounds
from workarounds.declarations.base import Data


class Box(Data):
    label: str
    owner: str
    size: int = 1
    contents: Any = ()

    _hints: ClassVar = {'label': 'write on it what is inside'}


class Crate(Data):
    label: str
    owner: str
    size: int = 1
    contents: Any = ()


class Note(Data, kw_only=False):
    text: str


def box(**fields: Any) -> Box:
    return Box(**({'label': 'screws', 'owner': 'ann'} | fields))


def test_fields_hold_what_was_given_and_else_their_defaults() -> None:
    made = box(size=3)
    assert (made.label, made.owner, made.size, made.contents) == (
        'screws',
        'ann',
        3,
        (),
    )


def test_good_data_has_no_problems() -> None:
    assert list(box().problems()) == []


def test_a_missing_field_is_reported_with_its_hint() -> None:
    fields: dict[str, Any] = {'owner': 'ann'}
    assert list(Box(**fields).problems()) == [
        'label is missing; write on it what is inside'
    ]


def test_a_missing_field_without_a_cure_of_its_own_is_to_be_given() -> None:
    fields: dict[str, Any] = {'label': 'screws'}
    assert list(Box(**fields).problems()) == [
        'owner is missing; write owner=...'
    ]


def test_none_is_not_missing() -> None:
    assert list(box(label=None).problems()) == []


def test_a_misspelt_field_is_reported_with_the_nearest_name() -> None:
    assert list(box(contnets=[]).problems()) == [
        "'contnets' is not a field of Box; did you mean 'contents'?"
    ]


def test_a_field_like_no_other_is_to_be_removed() -> None:
    assert list(box(xyzzy=1).problems()) == [
        "'xyzzy' is not a field of Box; remove it"
    ]


def test_all_problems_are_reported_together() -> None:
    fields: dict[str, Any] = {'lable': 'screws', 'xyzzy': 1}
    assert sorted(Box(**fields).problems()) == [
        "'lable' is not a field of Box; did you mean 'label'?",
        "'xyzzy' is not a field of Box; remove it",
        'label is missing; write on it what is inside',
        'owner is missing; write owner=...',
    ]


@pytest.mark.parametrize('field', ['label', 'size', 'contents', 'new'])
def test_a_field_cannot_be_assigned(field: str) -> None:
    made = box()
    with pytest.raises(AttributeError, match=rf'^Box\.{field} is read-only$'):
        setattr(made, field, 'other')
    assert made == box()


@pytest.mark.parametrize('field', ['label', 'size', 'contents', 'new'])
def test_a_field_cannot_be_deleted(field: str) -> None:
    made = box()
    with pytest.raises(AttributeError, match=rf'^Box\.{field} is read-only$'):
        delattr(made, field)
    assert made == box()


def test_a_list_handed_over_and_changed_later_changes_nothing() -> None:
    contents = ['a', 'b']
    made = box(contents=contents)
    contents.append('c')
    assert made.contents == ('a', 'b')


def test_a_dict_handed_over_and_changed_later_changes_nothing() -> None:
    contents = {'a': 1}
    made = box(contents=contents)
    contents['b'] = 2
    assert made.contents == {'a': 1}


def test_a_dict_inside_cannot_be_written() -> None:
    made = box(contents={'a': 1})
    with pytest.raises(TypeError, match='item assignment'):
        made.contents['b'] = 2


@pytest.mark.parametrize(
    ('data', 'other'),
    [
        (box(), box()),
        (box(size=1), box()),
        (box(contents=['a']), box(contents=('a',))),
        (box(contents={'a': 1}), box(contents={'a': 1})),
        (Note('a'), Note(text='a')),
    ],
)
def test_the_same_data_is_equal_and_has_one_hash(
    data: Data, other: Data
) -> None:
    assert data == other
    assert len({data, other}) == 1


@given(strategies.permutations(['debian:11', 'debian:12', 'ubuntu:24.04']))
@settings(deadline=None)
def test_dicts_in_another_order_are_equal_and_have_one_hash(
    keys: list[str],
) -> None:
    ordered = box(contents=dict.fromkeys(sorted(keys), 1))
    shuffled = box(contents=dict.fromkeys(keys, 1))
    assert ordered == shuffled
    assert hash(ordered) == hash(shuffled)


@pytest.mark.parametrize(
    'other',
    [
        box(label='nails'),
        box(size=2),
        box(contents=['a']),
        box(xyzzy=1),
        Crate(label='screws', owner='ann'),
        {'label': 'screws', 'owner': 'ann', 'size': 1, 'contents': ()},
    ],
)
def test_other_data_is_not_equal(other: object) -> None:
    assert box() != other


def test_its_text_leaves_out_the_defaults() -> None:
    assert repr(box(size=2)) == "Box(label='screws', owner='ann', size=2)"
    assert repr(box()) == "Box(label='screws', owner='ann')"


def test_a_short_kind_takes_its_field_by_position() -> None:
    assert Note('why').text == 'why'


def test_a_short_kind_can_be_matched() -> None:
    match Note('why'):
        case Note(text):
            assert text == 'why'
        case _:
            pytest.fail('no match')


def test_more_positions_than_fields_are_refused() -> None:
    given: list[str] = ['why', 'and why not']
    with pytest.raises(TypeError, match=r'^Note takes \(text\); 2 '):
        Note(*given)


def test_a_keyword_only_kind_takes_nothing_by_position() -> None:
    kind: Any = Box
    with pytest.raises(
        TypeError, match=r'^Box takes .* by name; they are: label, '
    ):
        kind('screws', 'ann')


@pytest.mark.parametrize('copied', [copy.copy, copy.deepcopy])
def test_a_copy_is_equal(copied: Any) -> None:
    made = box(contents={'a': 1})
    assert copied(made) == made


def test_its_signature_has_its_fields() -> None:
    signature = inspect.signature(Box)
    assert str(signature) == (
        '(*, label: str, owner: str, size: int = 1, contents: Any = ())'
    )
    assert signature.bind(label='a', owner='b').arguments == {
        'label': 'a',
        'owner': 'b',
    }


def test_the_signature_of_a_public_class_has_types_and_defaults() -> None:
    fields = inspect.signature(workarounds.Workaround).parameters
    assert list(fields)[:5] == ['name', 'summary', 'bugs', 'fix', 'expires']
    assert fields['name'].annotation is str
    assert fields['name'].default is inspect.Parameter.empty
    assert fields['mutable'].default is False
    removed = inspect.signature(workarounds.RemovedWorkaround).parameters
    assert list(removed)[:4] == ['name', 'options', 'removed_in', 'reason']
    [reason] = inspect.signature(workarounds.NoFix).parameters.values()
    assert reason.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
