# SPDX-License-Identifier: Apache-2.0
"""What is a string, and what a comment, is told apart as Python does."""

import io
import tokenize

import pytest

from workarounds.source.strings import Strings
from workarounds.source.text import Source


def comments(text: str) -> list[tuple[int, int]]:
    """Return the line and the column of each comment."""
    source = Source('code.py', text)
    numbers = range(1, len(source.lines) + 1)
    strings = Strings(source, source.parse(), numbers)
    found = []
    for line in numbers:
        start = strings.comment_offset(line)
        if start is not None:
            found.append((line, start - source.offset(line, 0)))
    return found


@pytest.mark.parametrize(
    'text',
    [
        'x = 1  # a\n# b\n',
        "x = '#'  # a\ny = '# b'\n",
        "'''\n# a\n'''  # b\n",
        '"""\n# a\n""" # b\n',
        "x = ('a'  # b\n     '# c'  # d\n     # e\n     'f')  # g\n",
        "x = ('a' \\\n '# b')  # c\n",
        "x = r'\\' '#' # a\n",
        "x = 'a\\'#'  # b\n",
        "x = b'#'  # a\n",
        "x = ('''\n#\n''' # a\n '#')  # b\n",
        "x = f'#{y}#'  # a\n",
        "x = (f'#{y}'  # a\n  '#' f'{z}#')  # b\n",
        "x = f'''#\n{y}\n#'''  # a\n",
        "def f():  # a\n    '''#'''  # b\n    return '#'  # c\n",
        "@d('#')  # a\ndef f(x='#'): pass  # b\n",
        "é = 'ü#'  # ß\n",
        "x = [\n  '#',  # a\n  # b\n]\n",
    ],
)
def test_comments_are_those_of_the_tokenizer(text: str) -> None:
    expected = [
        token.start
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
    ]
    assert comments(text) == expected


def test_what_cannot_be_taken_apart_is_a_string() -> None:
    text = "x = (f'''{y[\n'#']}\n#'''  # a\n)"
    assert comments(text) in ([(3, 6)], [])


def test_has() -> None:
    source = Source('code.py', "x = 'abc' + y")
    strings = Strings(source, source.parse(), [1])
    inside = [offset for offset in range(13) if strings.contains(offset)]
    assert inside == [4, 5, 6, 7, 8]
