# SPDX-License-Identifier: Apache-2.0
"""What is left of a statement of which a part is settled."""

import pytest

from tests.unit.retire import emptying
from workarounds.retire.transform import branches


def left_of(text: str) -> str | None:
    """Settle a statement; bodies that begin with ``gone`` are empty."""
    return emptying.text_of(
        branches.simplify_statement(emptying.statement(text))
    )


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('if ON:\n    a\n', 'a\n'),
        ('if OFF:\n    a\n', ''),
        ('if OFF:\n    a\nelse:\n    b\n', 'b\n'),
        ('if ON:\n    a\nelif f():\n    b\nelse:\n    c\n', 'a\n'),
        ('if OFF:\n    a\nelif b:\n    c\n', 'if b:\n    c\n'),
        ('if OFF:\n    a\nelif OFF:\n    b\nelse:\n    c\n', 'c\n'),
        ('if a:\n    b\nelif OFF:\n    c\n', 'if a:\n    b\n'),
        (
            'if a:\n    b\nelif OFF:\n    c\nelif d:\n    e\n',
            'if a:\n    b\nelif d:\n    e\n',
        ),
        (
            'if a:\n    b\nelif ON:\n    c\nelse:\n    d\n',
            'if a:\n    b\nelse:\n    c\n',
        ),
        ('if a and ON:\n    b\n', 'if a:\n    b\n'),
        ('if f() and OFF:\n    a\n', 'f()\n'),
        ('if f() or ON:\n    a\n', 'f()\na\n'),
        ('if a and f() and OFF:\n    b\n', 'if a:\n    f()\n'),
        (
            'if a:\n    b\nelif f() or ON:\n    c\n',
            'if a:\n    b\nelse:\n    f()\n    c\n',
        ),
        ('# why\nif f() and OFF:\n    a\n', '# why\nf()\n'),
        ('# why\nif ON:\n    a\n', '# why\na\n'),
    ],
)
def test_a_branch_is_chosen(text: str, left: str) -> None:
    assert left_of(text) == left


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('if a:\n    gone\n', ''),
        ('if f():\n    gone\n', 'f()\n'),
        ('if a and f():\n    gone\n', 'if a:\n    f()\n'),
        ('if a:\n    gone\nelse:\n    b\n', 'if not a:\n    b\n'),
        ('if a is b:\n    gone\nelse:\n    c\n', 'if a is not b:\n    c\n'),
        (
            'if a:\n    gone\nelif b:\n    c\n',
            'if a:\n    pass\nelif b:\n    c\n',
        ),
        ('if a:\n    b\nelse:\n    gone\n', 'if a:\n    b\n'),
        ('if a:\n    gone\nelse:\n    gone\n', ''),
        ('if a:\n    b\nelif c:\n    gone\n', 'if a:\n    b\n'),
        (
            'if a:\n    b\nelif f():\n    gone\n',
            'if a:\n    b\nelse:\n    f()\n',
        ),
        (
            'if a:\n    gone\n# on else\nelse:\n    b\n',
            'if not a:\n    # on else\n    b\n',
        ),
    ],
)
def test_an_empty_branch_goes(text: str, left: str) -> None:
    assert left_of(text) == left


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('while OFF:\n    a\n', ''),
        ('while OFF:\n    a\nelse:\n    b\n', 'b\n'),
        ('while f() and OFF:\n    a\nelse:\n    b\n', 'f()\nb\n'),
        ('while a and ON:\n    b\n', 'while a:\n    b\n'),
        ('while ON:\n    a\nelse:\n    b\n', 'while True:\n    a\n'),
        ('while f():\n    gone\n', 'while f():\n    pass\n'),
        ('while a:\n    b\nelse:\n    gone\n', 'while a:\n    b\n'),
        ('for x in EMPTY:\n    a\n', ''),
        ('for x in EMPTY:\n    a\nelse:\n    b\n', 'b\n'),
        ('for x in a:\n    gone\n', 'for x in a:\n    pass\n'),
        ('for x in a:\n    b\nelse:\n    gone\n', 'for x in a:\n    b\n'),
    ],
)
def test_a_loop_is_run_or_not(text: str, left: str) -> None:
    assert left_of(text) == left


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('try:\n    gone\nexcept E:\n    a\n', ''),
        ('try:\n    gone\nexcept E:\n    a\nelse:\n    b\n', 'b\n'),
        ('try:\n    gone\nfinally:\n    a\n', 'a\n'),
        ('try:\n    a\nfinally:\n    gone\n', 'a\n'),
        (
            'try:\n    gone\nexcept E:\n    a\nelse:\n    b\n'
            'finally:\n    c\n',
            'b\nc\n',
        ),
        (
            'try:\n    a\nexcept E:\n    gone\n',
            'try:\n    a\nexcept E:\n    pass\n',
        ),
        (
            'try:\n    a\nexcept E:\n    b\nelse:\n    gone\n',
            'try:\n    a\nexcept E:\n    b\n',
        ),
        (
            'try:\n    a\nexcept* E:\n    b\nfinally:\n    gone\n',
            'try:\n    a\nexcept* E:\n    b\n',
        ),
    ],
)
def test_of_a_try_the_parts_that_do_something_stay(
    text: str, left: str
) -> None:
    assert left_of(text) == left


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('def f():\n    gone\n', 'def f():\n    pass\n'),
        ('class C:\n    gone\n', 'class C:\n    pass\n'),
        ('with f():\n    gone\n', 'with f():\n    pass\n'),
    ],
)
def test_what_has_a_meaning_without_a_body_stays(text: str, left: str) -> None:
    assert left_of(text) == left


@pytest.mark.parametrize(
    'text',
    [
        'if a:\n    b\nelif c:\n    d\nelse:\n    e\n',
        'if UNASKED:\n    a\n',
        'while True:\n    a\n',
        'while a:\n    b\nelse:\n    c\n',
        'for x in FILLED:\n    a\n',
        'for x in []:\n    a\n',
        'try:\n    a\nexcept E:\n    b\nelse:\n    c\nfinally:\n    d\n',
        'def f():\n    a\n',
        'a\n',
    ],
)
def test_what_does_not_depend_on_it_is_not_touched(text: str) -> None:
    assert left_of(text) is None
