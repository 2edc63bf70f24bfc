# SPDX-License-Identifier: Apache-2.0
"""What is left of a ``match`` of which a guard is settled."""

import pytest

from tests.unit.retire import emptying
from workarounds.retire.transform import matches


def left_of(subject: str, *cases: str) -> str | None:
    """Settle a ``match``; bodies that begin with ``gone`` are empty."""
    node = emptying.statement(_written(subject, cases))
    return emptying.text_of(matches.simplify_match(node))


def _written(subject: str, cases: tuple[str, ...]) -> str:
    lines = [
        f'    case {head}:\n        {body}\n'
        for head, _, body in (case.partition(': ') for case in cases)
    ]
    return f'match {subject}:\n{"".join(lines)}'


@pytest.mark.parametrize(
    ('cases', 'left'),
    [
        (['1 if OFF: a', '2: b'], ['2: b']),
        (['1: a', '2 if OFF: b'], ['1: a']),
        (['1 | 2 if OFF: a', '_: b'], ['_: b']),
        (['1: gone', '2: b'], ['1: pass', '2: b']),
        # Python refuses a case behind one that always comes.
        (['_: a', '2: b'], ['_: a']),
        (['x: a', '2: b'], ['x: a']),
        (['(1 | _): a', '2: b'], ['(1 | _): a']),
        (['[1] as x: a', '2: b', '3 if OFF: c'], ['[1] as x: a', '2: b']),
        (['_ as x if f(): a', '3 if OFF: c'], ['_ as x if f(): a']),
    ],
)
def test_a_case_that_cannot_come_goes(
    cases: list[str], left: list[str]
) -> None:
    assert left_of('f()', *cases) == _written('f()', tuple(left))


@pytest.mark.parametrize(
    'cases',
    [
        ['1: a', '2 if f(): b'],
        ['1 if UNASKED: a'],
        # The names are bound though the guard fails.
        ['x if OFF: a', '2: b'],
        ['[1, x] if OFF: a', '2: b'],
        ['[1, *x] if OFF: a', '2: b'],
        ["{'a': 1, **x} if OFF: a", '2: b'],
        ['C(a=x) if OFF: a', '2: b'],
        ['1 as x if OFF: a', '2: b'],
    ],
)
def test_a_case_that_may_come_or_binds_names_stays(cases: list[str]) -> None:
    assert left_of('f()', *cases) is None


@pytest.mark.parametrize(
    ('subject', 'left'),
    [
        ('a', ''),
        ('a.b[0]', ''),
        ('f()', 'f()\n'),
        ('a and f()', 'if a:\n    f()\n'),
    ],
)
def test_without_a_case_the_subject_is_evaluated(
    subject: str, left: str
) -> None:
    assert left_of(subject, '1 if OFF: a', '_ if OFF: b') == left
