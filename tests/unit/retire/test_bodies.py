# SPDX-License-Identifier: Apache-2.0
"""The bodies of statements: taken out, left empty, or never left."""

import itertools
from typing import Any

from hypothesis import given
import libcst as cst
import pytest

from tests.unit.retire import conditions
from tests.unit.retire import emptying
from tests.unit.retire import marking
from workarounds.retire.transform import bodies as transform_bodies
from workarounds.retire.transform import leading_lines as lines
from workarounds.retire.transform.leading_lines import EmptyLines


def lines_above(text: str) -> EmptyLines:
    """Parse lines as those above a statement."""
    return lines.lines_above(marking.module(f'x\n{text}y\n').body[1])


@pytest.mark.parametrize(
    'text',
    [
        'return 1\n',
        'raise a\n',
        'continue\n',
        'break\n',
        'a; return\n',
        'if a:\n    return\nelse:\n    raise b\n',
        'if a: return\nelse: break\n',
        'if a:\n    return\nelif b:\n    break\nelse:\n    raise c\n',
        'while ON:\n    a\n',
        'while ON:\n    for b in a:\n        break\n',
        'while ON:\n    while a:\n        break\n',
    ],
)
def test_nothing_behind_it_is_reached(text: str) -> None:
    assert transform_bodies.leaves_block(marking.statement(text))


@pytest.mark.parametrize(
    'text',
    [
        'a\n',
        'return_(a)\n',
        'if a:\n    return\n',
        'if a:\n    return\nelse:\n    b\n',
        'if a:\n    return\nelif b:\n    return\n',
        'for b in a:\n    return\n',
        'while a:\n    return\n',
        'with a:\n    return\n',
        'def f():\n    return\n',
        'while OFF:\n    a\n',
        'while UNASKED:\n    a\n',
        'while ON:\n    if a:\n        break\n',
        'while ON:\n    for b in a:\n        c\n    else:\n        break\n',
        'while ON:\n    while a:\n        c\n    else:\n        break\n',
    ],
)
def test_something_behind_it_may_be_reached(text: str) -> None:
    assert not transform_bodies.leaves_block(marking.statement(text))


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('if a: b; c  # why\n', '# above\nb; c  # why\n'),
        ('if a:\n    b\n    c\n', '# above\nb\nc\n'),
        # A blank line behind the colon is none between statements.
        ('if a:\n\n    # on b\n    b\n', '# above\n# on b\nb\n'),
        ('if a:\n    b\n    # end\n', '# above\nb\n# end\n'),
        ('if a:\n    b = c \\\n        + d\n', '# above\nb = c \\\n    + d\n'),
        (
            'if a:\n    b = """c\n    d\n    """\n',
            '# above\nb = """c\n    d\n    """\n',
        ),
    ],
)
def test_statements_are_taken_out(text: str, left: str) -> None:
    node = marking.statement(text)
    found = transform_bodies.unwrap_body(node.body, lines_above('# above\n'))
    assert emptying.text_of(found) == left


def test_of_an_empty_body_comments_are_left() -> None:
    node = emptying.statement('if a:\n    gone\n    # end\n')
    found = transform_bodies.unwrap_body(node.body, lines_above('\n# above\n'))
    assert emptying.text_of(found) == '# above\n# end\n'
    assert not found.statements


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('if a:\n    b\nelse:\n    c\n', 'c\n'),
        (
            'if a:\n    b\n\n# on else\nelse:  # behind\n    # on c\n    c\n',
            '# on else\n# behind\n# on c\nc\n',
        ),
        ('if a:\n    b\n', ''),
    ],
)
def test_of_an_else_its_comments_are_left_too(text: str, left: str) -> None:
    found = transform_bodies.unwrap_else(marking.statement(text).orelse)
    assert emptying.text_of(found) == left


def test_bodies_come_one_behind_the_other() -> None:
    node = marking.statement(
        'try:\n    a\n    # end of a\nexcept E:\n    b\n'
        'else:\n    # on c\n    c\n    # end of c\n'
    )
    bodies = [node.body, node.orelse.body]
    found = transform_bodies.unwrap_bodies(bodies, lines_above('# above\n'))
    assert emptying.text_of(found) == (
        '# above\na\n# end of a\n# on c\nc\n# end of c\n'
    )


@pytest.mark.parametrize(
    ('text', 'written'),
    [
        ('if a:\n    gone\n', 'if a:\n    pass\n'),
        (
            'if a:  # why\n    gone\n    # end\n',
            'if a:  # why\n    pass\n    # end\n',
        ),
        ('if a: b\n', 'if a: pass\n'),
    ],
)
def test_where_nothing_is_left_it_is_said(text: str, written: str) -> None:
    node = transform_bodies.fill_with_pass(emptying.statement(text))
    assert marking.code(node) == written


@pytest.mark.parametrize(
    ('text', 'statement'),
    [
        ('f()', '# above\nf()\n'),
        ('not f()', '# above\nf()\n'),
        ('(x := f())', '# above\nx = f()\n'),
        ('a and f()', '# above\nif a:\n    f()\n'),
        ('a or f()', '# above\nif not a:\n    f()\n'),
        ('(a or b) and f()', '# above\nif a or b:\n    f()\n'),
        ('a and b and f()', '# above\nif a and b:\n    f()\n'),
        (
            'a and (b or f())',
            '# above\nif a:\n    if not b:\n        f()\n',
        ),
    ],
)
def test_effects_become_a_statement(text: str, statement: str) -> None:
    node = transform_bodies.make_statement(
        marking.expression(text), lines_above('# above\n')
    )
    assert marking.code(node) == statement


@given(conditions.texts(['a', 'b', 'f()', 'g()']))
def test_the_statement_does_what_the_expression_does(text: str) -> None:
    node: Any = marking.expression(text)
    made = marking.code(transform_bodies.make_statement(node, ()))
    for answers in itertools.product([True, False], repeat=4):
        world = marking.World(answers)
        _, called = world.evaluate(node)
        assert _run(made, answers) == called


def _run(text: str, answers: tuple[bool, ...]) -> str:
    """Run statements, and tell which functions were called."""
    called: list[str] = []
    a, b, f, g = answers

    def call(name: str, answer: bool) -> bool:
        called.append(name)
        return answer

    names = {
        'a': a,
        'b': b,
        'f': lambda: call('f', f),
        'g': lambda: call('g', g),
    }
    exec(text, names)
    return ''.join(called)


def test_an_empty_body_is_told_from_one_that_says_pass() -> None:
    assert transform_bodies.is_empty(
        emptying.statement('if a:\n    gone\n').body
    )
    assert not transform_bodies.is_empty(
        marking.statement('if a: pass\n').body
    )
    assert not transform_bodies.is_empty(
        cst.IndentedBlock([cst.parse_statement('a')])
    )
