# SPDX-License-Identifier: Apache-2.0
"""One pass over a module."""

import pytest

from tests.unit.retire import marking
from workarounds.retire.transform import transformer


def settled(text: str) -> str:
    return transformer.simplify_module(marking.module(text)).code


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        (
            'def f():\n    if OFF:\n        return 1\n    return 2\n',
            'def f():\n    return 2\n',
        ),
        ('def f():\n    if OFF:\n        a\n', 'def f():\n    pass\n'),
        ('def f(): ON; a\n', 'def f(): a\n'),
        ('def f(): ON\n', 'def f(): pass\n'),
        ('class C:\n    if OFF:\n        a\n    b\n', 'class C:\n    b\n'),
        ('if a:\n    if b:\n        if OFF:\n            c\nd\n', 'd\n'),
        (
            'for x in a:\n    if ON:\n        continue\n    b\n',
            'for x in a:\n    pass\n',
        ),
        ('if not OFF and not (a and OFF):\n    b\n', 'b\n'),
        ('if (f if OFF else g)():\n    a\n', 'if g():\n    a\n'),
        (
            'match a:\n    case 1 if ON:\n        b\n',
            'match a:\n    case 1:\n        b\n',
        ),
    ],
)
def test_the_inner_parts_come_first(text: str, left: str) -> None:
    assert settled(text) == left


@pytest.mark.parametrize(
    'text',
    [
        '',
        '\n',
        '# only\n',
        'if a :\n  pass ;\n\n\n\nelse : b',
        'def f( ):\n\treturn( a )\n',
        'x = (\n  a )\r\n',
        'UNASKED\n',
        'match a:\n    case x if b:\n        c\n',
    ],
)
def test_what_does_not_depend_on_it_stays_to_the_byte(text: str) -> None:
    assert settled(text) == marking.module(text).code


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        (
            'a\n# on b\nif OFF:\n    b\n    # end of b\n# end\n',
            'a\n# end\n',
        ),
        (
            'a\nif ON:\n    b\n    # end of b\n# end\n',
            'a\nb\n# end of b\n# end\n',
        ),
        (
            'def f():\n    a\n    if ON:\n        b\n        # end of b\n'
            '    # end\n',
            'def f():\n    a\n    b\n    # end of b\n    # end\n',
        ),
        ('# head\n\nif OFF:\n    a\n', '# head\n\n'),
    ],
)
def test_comments_at_the_end_stay_where_they_are(text: str, left: str) -> None:
    assert settled(text) == left


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('x = a if(ON and b)else c\n', 'x = a if(b)else c\n'),
        (
            'def f():\n    return(a)if ON else b\n',
            'def f():\n    return(a)\n',
        ),
        ('x = not(ON and a)\n', 'x = not(a)\n'),
        ('x = ON and(a)or(b)\n', 'x = (a)or(b)\n'),
    ],
)
def test_words_are_not_run_together(text: str, left: str) -> None:
    """Where somebody left out the blanks."""
    assert settled(text) == left


@pytest.mark.parametrize(
    ('text', 'is_bound'),
    [
        # Nobody else reads the name.
        ('def f():\n    match a:\n        case x if OFF: x\n    b\n', False),
        (
            'def f():\n    match a:\n        case x if OFF: x\n    b\n'
            'def g():\n    x\n',
            False,
        ),
        ('def f():\n    match a:\n        case x if OFF: b\n    x\n', True),
        (
            'def f():\n    match a:\n        case x if OFF: b\n'
            '    return lambda: x\n',
            True,
        ),
        ('match a:\n    case x if OFF: b\nx\n', True),
        (
            'match a:\n    case x if OFF: b\ndef g():\n    x\n',
            True,
        ),
    ],
)
def test_a_name_is_bound_as_long_as_something_reads_it(
    text: str, is_bound: bool
) -> None:
    assert ('case x' in settled(text)) is is_bound
