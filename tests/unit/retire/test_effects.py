# SPDX-License-Identifier: Apache-2.0
"""Which expressions do nothing but have a value."""

import itertools

from hypothesis import given
import pytest

from tests.unit.retire import conditions
from tests.unit.retire import marking
from workarounds.retire.transform import purity


@pytest.mark.parametrize(
    'text',
    [
        *('a', 'a.b', 'a.b.c', 'a[0]', 'a[b]', 'a[b.c][1:2]', 'a[::b]'),
        *('a[1, b]', '1', '1.5', '2j', "'a'", "b'a'", "'a' 'b'", '...'),
        *('-1', '+1', '~1', 'not a', 'not not a', 'None', 'True'),
        *('a < b', 'a < b <= c', 'a in b', 'a not in b', 'a is None'),
        *('a and b', 'a or b', 'a and not (b or c)', 'a if b else c'),
        *('[]', '[a, b.c]', '()', '(a, b)', '{a, b}', '{}', '{a: b[0]}'),
        *('lambda: f()', 'lambda x: f(x)', 'lambda x=a: x'),
        *("getattr(a, 'b')", "getattr(a.b, 'c', None)", 'ON', 'EMPTY'),
        *('a == ON', '(a)', 'a < [1, 2][0]'),
    ],
)
def test_what_is_only_read_has_no_effect(text: str) -> None:
    assert purity.is_pure(marking.expression(text))


@pytest.mark.parametrize(
    'text',
    [
        *('f()', 'f().a', 'a.f()', 'f()[0]', 'a[f()]', 'a[f():1]', 'a[:f()]'),
        *('a + b', '-a', '~a', 'a @ b', 'a ** 2', 'a << 1', '-f()'),
        *('a < f()', 'a < b < f()', 'not f()', 'a and f()', 'f() or a'),
        *('f() if a else b', 'a if f() else b', 'a if b else f()'),
        *('[f()]', '(a, f())', '{f()}', '{f(): a}', '{a: f()}', '[*a]'),
        *('{**a}', '{*a}', "f'{a}'", "f''", "'a' f'{a}'", '(x := a)'),
        *('[x for x in a]', '{x for x in a}', '{x: x for x in a}'),
        *('(x for x in a)', '(yield)', '(yield a)', '(yield from a)'),
        *('await a', 'lambda x=f(): x', 'lambda *, x=f(): x'),
        *('getattr(a, b)', "getattr(f(), 'a')", "getattr(a, 'b', f())"),
        *("getattr(a, f'b')", "setattr(a, 'b', c)", "a.getattr(b, 'c')"),
        *('getattr(a)', 'getattr()', "getattr(*a, 'b')", 'a[*b]'),
    ],
)
def test_what_may_do_something_has_effects(text: str) -> None:
    assert not purity.is_pure(marking.expression(text))


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('a', None),
        ('a and b', None),
        ('not a', None),
        ('f()', 'f()'),
        ('not f()', 'f()'),
        ('not not f()', 'f()'),
        ('a and f()', 'a and f()'),
        ('f() and a', 'f()'),
        ('f() or not a', 'f()'),
        ('a and f() and b', 'a and f()'),
        ('a and not f()', 'a and f()'),
        ('a or (f() and b)', 'a or f()'),
        ('a and -b', 'a and -b'),
        ('-f()', '-f()'),
    ],
)
def test_what_has_effects_or_decides_on_them_is_kept(
    text: str, left: str | None
) -> None:
    found = purity.extract_effects(marking.expression(text))
    assert (found and marking.code(found)) == left


@given(conditions.texts(['a', 'b', 'f()', 'g()']))
def test_the_same_is_called_in_the_same_order(text: str) -> None:
    node = marking.expression(text)
    left = purity.extract_effects(node)
    for answers in itertools.product([True, False], repeat=4):
        world = marking.World(answers)
        assert world.evaluate(left)[1] == world.evaluate(node)[1]


@pytest.mark.parametrize(
    ('text', 'parts'),
    [
        ("enabled('x')", []),
        ("w.enabled('x', a.b)", []),
        ("w.enabled('x', conf=f())", ['f()']),
        ("f().enabled('x', conf=g())", ['f().enabled', 'g()']),
        ('CONF.workarounds.x', []),
        ('f().workarounds.x', ['f().workarounds.x']),
        ("CONF['workarounds'][f()]", ["CONF['workarounds'][f()]"]),
    ],
)
def test_a_call_whose_answer_is_known_need_not_be_made(
    text: str, parts: list[str]
) -> None:
    found = purity.impure_parts(marking.expression(text))
    assert [marking.code(part) for part in found] == parts


@pytest.mark.parametrize(
    ('text', 'statement'),
    [
        ('f()', 'f()'),
        ('(f())', 'f()'),
        ('(x := f())', 'x = f()'),
        ('(a and f())', 'a and f()'),
    ],
)
def test_a_statement_does_what_an_expression_does(
    text: str, statement: str
) -> None:
    made = purity.effect_statement(marking.expression(text))
    assert marking.code(made) == statement
