# SPDX-License-Identifier: Apache-2.0
"""Names that keep a settled value, and the conditions that ask for them."""

import textwrap

import pytest

from tests.unit.retire import marking
from workarounds.retire.transform import constant_propagation
from workarounds.retire.transform import transformer


def followed(text: str, *, is_used_elsewhere: bool = False) -> str | None:
    """Follow names, and settle what becomes known by that."""
    module = transformer.simplify_module(marking.module(text))
    found = constant_propagation.propagate_constants(
        module, lambda name: is_used_elsewhere
    )
    return None if found is None else transformer.simplify_module(found).code


def in_function(*lines: str) -> str:
    return f'def f(a):\n{textwrap.indent("".join(lines), "    ")}'


ASKED = 'if x:\n    g()\nreturn 1\n'


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('x = OFF\nif x:\n    g()\nreturn 1\n', 'return 1\n'),
        ('x: bool = OFF\nif x:\n    g()\nreturn 1\n', 'return 1\n'),
        ('if x := OFF:\n    g(x)\nreturn 1\n', 'return 1\n'),
        ('x = ON\nif x and a:\n    g()\n', 'if a:\n    g()\n'),
        ('x = OFF\nreturn not x\n', 'return True\n'),
        ('x = OFF\nreturn x\n', 'return False\n'),
        ('x = OFF\ny = x\n', 'y = False\n'),
        ('x = ON\nreturn bool(x)\n', 'return True\n'),
        ('x = EMPTY\nfor y in x:\n    g()\nreturn 1\n', 'return 1\n'),
        ('x = EMPTY\nreturn len(x)\n', 'return 0\n'),
        ('x = EMPTY\nreturn x == []\n', 'return True\n'),
        ('x = OFF\nreturn [y for y in a if x]\n', 'return []\n'),
        (
            'x = OFF\ndef h():\n    return 1 if x else 2\nreturn h\n',
            'def h():\n    return 2\nreturn h\n',
        ),
    ],
)
def test_a_settled_value_takes_the_place_of_its_name(
    text: str, left: str
) -> None:
    assert followed(in_function(text)) == in_function(left)


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('x = OFF\nif x:\n    g()\nh(x)\n', 'x = False\nh(x)\n'),
        (
            'x = EMPTY\nif x:\n    g()\nreturn x\n',
            'x = []\nreturn x\n',
        ),
    ],
)
def test_a_name_stays_as_long_as_something_else_reads_it(
    text: str, left: str
) -> None:
    assert followed(in_function(text)) == in_function(left)


@pytest.mark.parametrize(
    'binding',
    [
        'x = a\n',
        'x |= a\n',
        'x, y = a\n',
        'y = x = a\n',
        'for x in a:\n    pass\n',
        'with a as x:\n    pass\n',
        'try:\n    a()\nexcept E as x:\n    pass\n',
        'import x\n',
        'from y import x\n',
        'def x():\n    pass\n',
        'class x:\n    pass\n',
        'g(x := a)\n',
        'del x\n',
        'match a:\n    case x:\n        pass\n',
        'match a:\n    case [1, *x]:\n        pass\n',
        'match a:\n    case {1: 2, **x}:\n        pass\n',
        'match a:\n    case 1 as x:\n        pass\n',
        '[x := y for y in a]\n',
        'def h():\n    nonlocal x\n    x = 1\nh()\n',
    ],
)
def test_a_name_that_is_bound_again_is_not_followed(binding: str) -> None:
    assert followed(in_function('x = OFF\n', binding, ASKED)) is None


@pytest.mark.parametrize(
    'text',
    [
        # It may be read where it was not bound.
        'if a:\n    x = OFF\nif x:\n    g()\n',
        'try:\n    x = OFF\nfinally:\n    g()\nif x:\n    h()\n',
        'a and (x := OFF)\nif x:\n    g()\n',
        # Nobody knows what is asked for.
        'x = UNASKED\nif x:\n    g()\n',
        'x = OFF\nlocals()\nif x:\n    g()\n',
        "x = OFF\neval('x')\nif x:\n    g()\n",
        # It is passed on.
        'x = OFF\nreturn g(x)\n',
        'x = OFF\nreturn [x]\n',
        'global x\nx = OFF\nif x:\n    g()\n',
        # There is nothing that keeps a settled value.
        'x = a\nif x:\n    g()\n',
        'self.x = OFF\nif self.x:\n    g()\n',
        'x = y = OFF\nif x:\n    g()\n',
    ],
)
def test_in_doubt_a_name_is_not_followed(text: str) -> None:
    assert followed(in_function(text)) is None


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('X = OFF\nif X:\n    g()\n', ''),
        (
            'X = OFF\ndef f():\n    return 1 if X else 2\n',
            'def f():\n    return 2\n',
        ),
    ],
)
def test_a_name_of_a_module_is_followed_if_no_other_file_uses_it(
    text: str, left: str
) -> None:
    found = followed(text)
    assert found is not None
    assert found.strip('\n') == left.strip('\n')
    assert followed(text, is_used_elsewhere=True) is None


@pytest.mark.parametrize(
    'text',
    [
        'X = OFF\ndef f():\n    global X\n    X = True\n    return X\n',
        'class C:\n    X = OFF\n    if X:\n        a\n',
    ],
)
def test_a_name_that_others_may_bind_is_not_followed(text: str) -> None:
    assert followed(text) is None


def test_what_is_around_a_function_stays_to_the_byte() -> None:
    text = '# head\n\nx = 1 ;\n\n{}\n\n\n\ny=x  # end'
    before = text.format('def f():\n    x = OFF\n    return x\n')
    after = text.format('def f():\n    return False\n')
    assert followed(before) == after
