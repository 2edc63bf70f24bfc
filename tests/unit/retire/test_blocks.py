# SPDX-License-Identifier: Apache-2.0
"""What is left of blocks: statements that go, and the dead ones behind."""

import libcst as cst
import pytest

from tests.unit.retire import marking
from workarounds.retire.transform import blocks


def settled(text: str) -> str | None:
    """Settle a block.

    :returns: ``None`` if nothing changed
    """
    module = marking.module(text)
    left, footer, changed = blocks.simplify_block(
        module.body, module.body, module.header
    )
    found = module.with_changes(
        body=left,
        footer=[*footer, *module.footer],
        has_trailing_newline=bool(left),
    )
    if changed:
        return found.code
    assert left == list(module.body)
    return None


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('a\nif OFF:\n    b\nc\n', 'a\nc\n'),
        ('if OFF:\n    b\nc\n', 'c\n'),
        ('a\nif OFF:\n    b\n', 'a\n'),
        ('if OFF:\n    b\n', ''),
        ('a\nif ON:\n    b\n    c\nd\n', 'a\nb\nc\nd\n'),
        ('a\nON\nb\n', 'a\nb\n'),
        ('f() and ON\n', 'f()\n'),
        ('f() and OFF\n', 'f()\n'),
        ('a and OFF\n', ''),
        ('assert ON\n', ''),
        ('assert OFF, a\n', 'assert False, a\n'),
        ('assert a and ON, b\n', 'assert a, b\n'),
        ('assert f() or ON\n', 'f()\n'),
    ],
)
def test_statements_go(text: str, left: str) -> None:
    assert settled(text) == left


@pytest.mark.parametrize(
    'text', ['', 'a\n', 'return_\n', 'assert a\n', 'return\na\n', 'UNASKED\n']
)
def test_a_block_without_anything_settled_stays(text: str) -> None:
    assert settled(text) is None


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('if ON:\n    return\na\nb\n', 'return\n'),
        ('if ON:\n    raise a\nb\n', 'raise a\n'),
        ('if OFF:\n    a\nelse:\n    break\nb\n', 'break\n'),
        (
            'if a:\n    return\nelif ON:\n    return 1\nb\n',
            'if a:\n    return\nelse:\n    return 1\n',
        ),
        ('while ON:\n    a\nb\n', 'while True:\n    a\n'),
        # It was dead before, for a reason that somebody may have.
        ('return\nif OFF:\n    a\nb\n', 'return\nb\n'),
        (
            'while ON:\n    if a:\n        break\nb\n',
            'while True:\n    if a:\n        break\nb\n',
        ),
    ],
)
def test_what_has_become_dead_goes(text: str, left: str) -> None:
    assert settled(text) == left


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        # The comment is about what goes, or it is separated.
        ('a\n# on b\nif OFF:\n    b\nc\n', 'a\nc\n'),
        ('a\n\n# section\n\nif OFF:\n    b\nc\n', 'a\n\n# section\n\nc\n'),
        ('a\n# section\n\nif OFF:\n    b\n', 'a\n# section\n'),
        # Blank lines are as many as there were at the most.
        ('a\n\n\nif OFF:\n    b\n\nc\n', 'a\n\n\nc\n'),
        ('a\n\nif OFF:\n    b\n\n\nc\n', 'a\n\n\nc\n'),
        ('a\n\nif OFF:\n    b\n', 'a\n'),
        ('# head\n\nif OFF:\n    b\n\nc\n', '# head\n\nc\n'),
        ('# head\n\nif OFF:\n    b\n\n\nc\n', '# head\n\n\nc\n'),
    ],
)
def test_lines_between_statements_stay_in_order(text: str, left: str) -> None:
    assert settled(text) == left


@pytest.mark.parametrize(
    'text',
    [
        'def f():\n    a\n    return\n    b\n',
        'def f():\n    a\n    return\n',
        'for x in a:\n    b\n    continue\n',
    ],
)
def test_a_jump_that_was_last_before_stays(text: str) -> None:
    assert settled(text) is None


@pytest.mark.parametrize(
    ('before', 'after', 'left'),
    [
        (
            'def f():\n    a\n    return\n    b\n',
            'def f():\n    a\n    return\n',
            'def f():\n    a\n',
        ),
        (
            'for x in a:\n    b\n    continue\n    c\n',
            'for x in a:\n    b\n    # why\n    continue\n',
            'for x in a:\n    b\n    # why\n',
        ),
        (
            'def f():\n    return\n    b\n',
            'def f():\n    return\n',
            'def f():\n    pass\n',
        ),
        (
            'def f():\n    a\n    return None\n    b\n',
            'def f():\n    a\n    return None\n',
            None,
        ),
    ],
)
def test_a_jump_that_has_become_last_goes(
    before: str, after: str, left: str | None
) -> None:
    """As long as it returns nothing."""
    found, _, changed = blocks.simplify_block(
        marking.module(before).body, marking.module(after).body
    )
    assert (cst.Module(found).code if changed else None) == left


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('a; ON; b\n', 'a; b\n'),
        ('a; ON\n', 'a\n'),
        ('ON; a\n', 'a\n'),
        ('ON; OFF\n', ''),
        ('a; assert b and ON; c\n', 'a; assert b; c\n'),
        ('a; f() or ON;\n', 'a; f()\n'),
    ],
)
def test_a_line_is_a_block_of_its_own(text: str, left: str) -> None:
    statements = blocks.simplify_line(marking.statement(text).body)
    assert statements is not None
    line = cst.SimpleStatementLine(statements)
    assert (marking.code(line) if statements else '') == left


def test_a_line_without_anything_settled_stays() -> None:
    assert blocks.simplify_line(marking.statement('a; b = ON;\n').body) is None
