# SPDX-License-Identifier: Apache-2.0
"""One file, rewritten with some of its expressions settled."""

import re

import pytest

from tests.unit.retire import marking
from workarounds.retire.transform import rewriter
from workarounds.retire.transform.edits import Edits


def rewrite(
    text: str | bytes, *, is_used_elsewhere: bool = False
) -> tuple[bytes, dict[tuple[int, ...], str]]:
    """Rewrite a file in which words in capital letters are settled."""
    data = text.encode() if isinstance(text, str) else text
    edits = Edits()
    lines = re.split(r'\r\n|\r|\n', data.decode('latin-1'))
    for number, line in enumerate(lines, 1):
        for word in re.finditer(r'\b[A-Z]+\b', line):
            if word[0] in marking.VALUES:
                place = (number, word.start(), number, word.end())
                edits.constants[place] = marking.VALUES[word[0]]
    done = rewriter.rewrite(data, edits, lambda name: is_used_elsewhere)
    return done.source, dict(done.skipped)


@pytest.mark.parametrize(
    ('before', 'after'),
    [
        (b'a\r\nif OFF:\r\n    b\r\nc\r\n', b'a\r\nc\r\n'),
        (b'a\nif OFF:\n    b\nc', b'a\nc'),
        (b'\xef\xbb\xbfif ON:\n\tb\nc\n', b'\xef\xbb\xbfb\nc\n'),
        (
            b"# coding: latin-1\nx = '\xe9' if ON else b\n",
            b"# coding: latin-1\nx = '\xe9'\n",
        ),
        (b'a\n\x0c\nif OFF:\n    b\nc\n', b'a\n\x0c\nc\n'),
    ],
)
def test_bytes_that_do_not_depend_on_it_stay(
    before: bytes, after: bytes
) -> None:
    shift = 3 if before.startswith(b'\xef') else 0
    data, edits = before, Edits()
    for word, holds in ((b'ON', True), (b'OFF', False)):
        start = data.find(word)
        if start >= 0:
            line = data.count(b'\n', 0, start) + 1
            column = start - data.rfind(b'\n', 0, start) - 1
            column -= shift if line == 1 else 0
            edits.constants[line, column, line, column + len(word)] = holds
    done = rewriter.rewrite(data, edits)
    assert (done.source, done.skipped) == (after, {})


@pytest.mark.parametrize(
    ('before', 'after'),
    [
        # A name that kept the value, and what depended on that one.
        (
            'def f():\n    x = OFF\n    y = not x\n    if y:\n        g()\n',
            'def f():\n    g()\n',
        ),
        ('x = OFF\nif x:\n    a\nb\n', 'b\n'),
    ],
)
def test_what_follows_is_settled_too(before: str, after: str) -> None:
    assert rewrite(before) == (after.encode(), {})


def test_a_name_that_another_file_uses_is_kept() -> None:
    text = 'x = OFF\nif x:\n    a\nb\n'
    done = rewrite(text, is_used_elsewhere=True)
    assert done == (b'x = False\nif x:\n    a\nb\n', {})


@pytest.mark.parametrize(
    ('text', 'line', 'reason'),
    [
        (
            'def f():\n    if OFF:\n        yield 1\n    return 2\n',
            2,
            'f would no longer be a generator',
        ),
        (
            'def f():\n    if OFF:\n        x = 1\n    return x\n',
            2,
            "'x' would not be bound in f",
        ),
        (
            'def f():\n    for y in a():\n        if y and x:\n'
            '            g()\n        x = OFF\n',
            5,
            "'x' would not be bound in f",
        ),
        ('f(UNASKED)\n', 1, 'read although the workaround is off'),
        ('f(FILLED)\n', 1, 'the elements of the list are not known'),
    ],
)
def test_in_doubt_it_is_left_as_it_is(
    text: str, line: int, reason: str
) -> None:
    source, left = rewrite(text)
    assert source == text.encode()
    assert [(place[0], why) for place, why in left.items()] == [(line, reason)]


def test_one_that_is_left_does_not_hold_up_the_others() -> None:
    source, left = rewrite(
        'def f():\n    if OFF:\n        yield 1\n    return 2\n\n\n'
        'def g():\n    if OFF:\n        a()\n    return 2\n'
    )
    assert source == (
        b'def f():\n    if OFF:\n        yield 1\n    return 2\n\n\n'
        b'def g():\n    return 2\n'
    )
    assert list(left) == [(2, 7, 2, 10)]


def test_lines_are_those_of_the_file_though_functions_were_left_out() -> None:
    text = 'def f():\n    a()\n    b()\n\n\ndef g():\n    return f(UNASKED)\n'
    source, left = rewrite(text)
    assert source == text.encode()
    assert [place[:2] for place in left] == [(7, 13)]


@pytest.mark.parametrize(
    'text',
    [
        'x = ON.real\n',
        "x = f'{TEXT}'\n",
        'THREE += 1\n',
        'x = THREE.bit_length()\n',
    ],
)
def test_what_it_writes_is_python(text: str) -> None:
    """What would be none is left as it is, or refused."""
    try:
        source, left = rewrite(text)
    except ValueError:
        return
    compile(source, 'disk.py', 'exec')
    assert left or source != text.encode()


@pytest.mark.parametrize(
    ('text', 'line'), [('print ON\n', 1), ('a\nb\nprint ON\n', 3)]
)
def test_what_does_not_parse_is_refused_with_its_line(
    text: str, line: int
) -> None:
    with pytest.raises(ValueError, match=f'^line {line}: '):
        rewrite(text)


def test_what_cannot_be_written_back_is_refused() -> None:
    with pytest.raises(ValueError, match=r'\w'):
        rewrite('x = b and(c if d else e)\nif OFF:\n    a\n')


def test_without_changes_a_file_stays() -> None:
    data = b'x = 1 ;\r\n\n\n# end'
    done = rewriter.rewrite(data, Edits())
    assert (done.source, done.skipped) == (data, {})
