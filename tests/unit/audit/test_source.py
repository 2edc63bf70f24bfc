# SPDX-License-Identifier: Apache-2.0
"""Text is decoded as Python does, and places are counted in characters."""

import ast
import warnings

from hypothesis import given
from hypothesis import strategies
import pytest

from workarounds.source import text as source_text
from workarounds.source.text import Source
from workarounds.source.text import UnreadableError


def source(data: bytes | str) -> Source:
    data = data.encode() if isinstance(data, str) else data
    return source_text.decode('code.py', data, is_python=True)


def first_call(one: Source) -> ast.Call:
    return next(
        node for node in ast.walk(one.parse()) if isinstance(node, ast.Call)
    )


@pytest.mark.parametrize(
    ('text', 'place'),
    [
        ('f()', (1, 0, 1, 3)),
        ('é = f()', (1, 4, 1, 7)),
        ("x = 'ß€😀', f()", (1, 11, 1, 14)),
        ('x = (\n\tf(\n\t\t))', (2, 1, 3, 3)),
        ("x = ['é',\r\n  'ü', f(\r\n)]", (2, 7, 3, 1)),
        ('x = 1\rf()', (2, 0, 2, 3)),
        ('\x0cf()', (1, 1, 1, 4)),
        ("x = '\x0c\x0b\x1c\x85\u2028'; f()", (1, 13, 1, 16)),
        ('\ufefff()', (1, 0, 1, 3)),
        ("'''\n\r\n\r'''; f()", (4, 5, 4, 8)),
    ],
)
def test_place(text: str, place: tuple[int, ...]) -> None:
    one = source(text)
    found = one.place(first_call(one))
    assert (
        found.line,
        found.column,
        found.end_line,
        found.end_column,
    ) == place
    assert found.path == 'code.py'
    start = one.offset(found.line, found.column)
    end = one.offset(found.end_line, found.end_column)
    assert one.text[start:end].replace('\n', '').strip('\t') in (
        'f()',
        'f(\t\t)',
    )


LETTERS = strategies.text(
    strategies.characters(exclude_categories=['Cs', 'Cc']), max_size=9
)


@given(LETTERS, strategies.sampled_from(['\n', '\r\n', '\r', '\n\x0c']))
def test_places_of_any_text(text: str, end: str) -> None:
    one = source(f'x = {text!a}{end}y = {text!a}, f()')
    assert one.stripped_line(one.place(first_call(one)).line).endswith('f()')
    one = source(f'#{text}{end}y = f()  # {text}')
    found = one.place(first_call(one))
    line = one.lines[found.line - 1]
    assert line[found.column : found.end_column] == 'f()'


@pytest.mark.parametrize(
    'data',
    [
        'é = 1'.encode(),
        b'\xef\xbb\xbf' + 'é = 1'.encode(),
        b'# coding: latin-1\n\xe9 = 1',
        b'#!/usr/bin/python\n# -*- coding: iso-8859-15 -*-\n\xe9 = 1',
    ],
)
def test_coding(data: bytes) -> None:
    assert source(data).lines[-1] == 'é = 1'


@pytest.mark.parametrize(
    ('data', 'line', 'reason'),
    [
        (b'y = "\xe9"\n', 1, 'byte 0xe9 is not UTF-8; save'),
        (b'x = 1\ny = "\xe9"\n', 2, 'byte 0xe9 is not UTF-8; save'),
        (b'x = 1\n\n\n\ny = "\xe9"\n', 5, 'byte 0xe9 is not UTF-8; save'),
        (b'# coding: ascii\n\ny = "\xe9"\n', 3, 'byte 0xe9 is not ASCII'),
        (b'# coding: klingon\n', 1, 'coding cookie'),
        (b'# coding: hex\n00\n', 1, 'coding cookie'),
        (b'\xef\xbb\xbf# coding: latin-1\n', 1, 'coding cookie'),
        (b'x = 1\ny = "\0"', 2, 'NUL'),
        ('x = 1'.encode('utf-16'), 1, 'NUL'),
    ],
)
def test_what_cannot_be_decoded(
    data: bytes, line: int | None, reason: str
) -> None:
    with pytest.raises(UnreadableError) as caught:
        source(data)
    assert reason in caught.value.reason
    assert caught.value.line == line
    assert ';' in caught.value.reason


def test_a_cookie_is_only_for_python() -> None:
    data = b'# coding: latin-1\n\xc3\xa9'
    one = source_text.decode('a.rst', data, is_python=False)
    assert one.lines[-1] == 'é'


@pytest.mark.parametrize(
    ('text', 'line', 'reason'),
    [
        ("x = 1\nprint 'x'\n", 2, 'is not valid for this Python'),
        ('x = {{ name }}\n{% if x %}\n', 2, 'is not valid for this Python'),
        ('def f():\n\tx\n        y\n', 3, 'is not valid for this Python'),
        ('(' * 200_000, None, 'nested too deeply'),
        ('x = ' + '-' * 100_000 + '1', None, 'nested too deeply'),
        ('x = ' + '1 + ' * 100_000 + '1', None, 'nested too deeply'),
    ],
)
def test_what_cannot_be_parsed(
    text: str, line: int | None, reason: str
) -> None:
    with pytest.raises(UnreadableError) as caught:
        source(text).parse()
    is_parser = 'too many nested' in caught.value.reason
    assert reason in caught.value.reason or is_parser
    assert caught.value.line == line or is_parser


def test_warnings_of_the_parser_are_not_for_us() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        source("x = '\\d' is 1").parse()


def test_find_whole_words() -> None:
    one = source('ab abc ab_ ab.ab "ab" xab äab abü ab')
    found = [start for start, _ in one.find_words(['ab'])]
    assert found == [0, 11, 14, 18, len(one.text) - 2]
    assert list(one.find_words(['abc', 'zz'])) == [(3, 'abc')]


def test_word() -> None:
    one = source('x\n  flush it')
    place = one.word_place(one.text.index('flush'), 5)
    assert (place.line, place.column) == (2, 2)
    assert (place.end_line, place.end_column) == (2, 7)
    assert one.stripped_line(2) == 'flush it'
