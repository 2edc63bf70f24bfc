# SPDX-License-Identifier: Apache-2.0
"""Files without the functions in which nothing changes."""

import ast
import textwrap

import pytest

from workarounds.retire.transform import unchanged_functions
from workarounds.retire.transform.edits import Edits
from workarounds.retire.transform.unchanged_functions import StubbedSource

TEXT = textwrap.dedent("""\
    import k


    @decorated(
        'x')
    def first():
        a()
        # end of first

    # on C
    class C:
        def second(self):
            def inner():
                return 1
            return inner

        def third(self):
            '''A text
        that is not indented.'''
            return k

    last = 1
    """).encode()


def line_of(word: bytes) -> int:
    return TEXT[: TEXT.index(word)].count(b'\n') + 1


def edit(word: bytes) -> Edits:
    return Edits(removed_statements={(line_of(word), 8)})


@pytest.mark.parametrize(
    'word', [b'a()', b'decorated', b'return k', b'return 1', b'last', b'imp']
)
@pytest.mark.parametrize('end', [b'\n', b'\r\n', b'\r'])
def test_all_of_it_comes_back(word: bytes, end: bytes) -> None:
    text = TEXT.replace(b'\n', end)
    elided = StubbedSource(text, edit(word))
    assert elided.restore(elided.source) == text
    assert len(elided.source) < len(text)
    ast.parse(elided.source)


@pytest.mark.parametrize(
    ('word', 'others'),
    [
        (b'a()', [b'inner', b'return k', b'indented']),
        (b'inner', [b'decorated', b'end of first', b'return k']),
        (b'indented', [b'decorated', b'a()', b'inner']),
        (b'decorated', [b'inner', b'return k']),
    ],
)
def test_what_changes_stays_and_what_does_not_is_out(
    word: bytes, others: list[bytes]
) -> None:
    elided = StubbedSource(TEXT, edit(word))
    assert word in elided.source
    assert b'on C' in elided.source
    for other in others:
        assert other not in elided.source


@pytest.mark.parametrize('word', [b'a()', b'return k', b'last = 1', b'imp'])
def test_lines_are_those_of_the_same_text(word: bytes) -> None:
    elided = StubbedSource(TEXT, edit(word))
    [(line, column)] = elided.edits.removed_statements
    assert column == 8
    assert word in elided.source.splitlines()[line - 1]
    assert elided.original_line(line) == line_of(word)


def test_what_changes_in_a_module_may_change_any_function() -> None:
    where = line_of(b'last'), 7, line_of(b'last'), 8
    elided = StubbedSource(TEXT, Edits(constants={where: True}))
    assert elided.source == TEXT


def test_changes_elsewhere_are_made_beside_the_stand_ins() -> None:
    elided = StubbedSource(TEXT, edit(b'last'))
    changed = elided.source.replace(b'import k', b'').replace(b'last', b'x')
    expected = TEXT.replace(b'import k', b'').replace(b'last', b'x')
    assert elided.restore(changed) == expected


@pytest.mark.parametrize('text', [b'def f(:\n    pass\n', b'\xff\n', b''])
def test_what_does_not_parse_stays_whole(text: bytes) -> None:
    elided = StubbedSource(text, Edits(removed_statements={(1, 0)}))
    assert elided.source == text
    assert elided.restore(text) == text


def test_outermost_functions_are_found_in_their_order() -> None:
    found = list(unchanged_functions.outermost_functions(ast.parse(TEXT)))
    lines = TEXT.decode().splitlines()
    assert [lines[first - 1].strip() for first, _ in found] == [
        '@decorated(',
        'def second(self):',
        'def third(self):',
    ]
    assert [lines[last - 1].strip() for _, last in found] == [
        'a()',
        'return inner',
        'return k',
    ]
