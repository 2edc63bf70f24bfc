# SPDX-License-Identifier: Apache-2.0
"""Text that fits any width, and does not break text to copy."""

import io
import pty

import pytest

from workarounds.cli import layout
from workarounds.cli.layout import Block
from workarounds.cli.layout import Line
from workarounds.cli.layout import Status
from workarounds.cli.layout import Whole

ADDRESS = 'https://bugs.example.org/' + 'long-way/' * 20


def lines(*blocks: Block, width: int = 20) -> list[str]:
    return layout.render(blocks, width).splitlines()


def test_a_text_is_broken_between_words() -> None:
    assert lines(Block([], [Line(['one two three four five'])])) == [
        'one two three four',
        'five',
    ]


def test_a_heading_goes_on_deeper_than_the_lines_below_it() -> None:
    block = Block(['one two three four five'], [Line(['six'])])
    assert lines(block) == ['one two three four', '    five', '  six']


def test_an_empty_line_parts_blocks_that_stand_apart() -> None:
    apart = [Block(['one']), Block(['two']), Block(['six'], is_apart=False)]
    assert lines(*apart) == ['one', '', 'two', 'six']


@pytest.mark.parametrize('width', [1, 20, 40, 80, 100])
def test_a_long_word_stays_whole_on_a_line_of_its_own(width: int) -> None:
    shown = lines(Block([], [Line([f'see {ADDRESS} for'])]), width=width)
    assert shown == ['see', ADDRESS, 'for']


def test_a_text_that_is_whole_keeps_its_blanks() -> None:
    path = Whole('/etc/my service/nova.conf:1:')
    assert lines(Block([path, 'is wrong'])) == [path, '    is wrong']


def test_a_path_in_a_sentence_keeps_its_blanks() -> None:
    path = '/etc/my service/nova.conf'
    pieces = layout.sentence(f'it is set in {path}:12; delete it', [path])
    assert lines(Block([], [Line(pieces)])) == [
        'it is set in',
        f'{path}:12;',
        'delete it',
    ]


def test_a_line_to_copy_is_not_broken() -> None:
    pieces = layout.instruction(
        'delete a.conf:1: flush = a, b, c (line 2 overrides it)'
    )
    assert lines(Block([], [Line(pieces)])) == [
        'delete a.conf:1:',
        'flush = a, b, c',
        '(line 2 overrides',
        'it)',
    ]


@pytest.mark.parametrize(
    ('width', 'expected'),
    [
        (
            48,
            [
                'why    ' + 'word ' * 7 + 'word',
                '       word word',
                'to do  nothing',
                '       at all',
            ],
        ),
        (
            46,
            [
                'why: ' + 'word ' * 7 + 'word',
                '  word word',
                'to do:',
                '  nothing',
                '  at all',
            ],
        ),
    ],
)
def test_labels_are_of_one_width_where_there_is_room(
    width: int, expected: list[str]
) -> None:
    block = Block(
        [],
        [
            Line(['word ' * 10], 'why'),
            Line(['nothing'], 'to do', [['at all']]),
        ],
    )
    assert lines(block, width=width) == expected


def test_the_second_line_of_an_entry_does_not_look_like_an_entry() -> None:
    entries = Block(
        ['head'],
        [Line([f'{name} and more words'], is_item=True) for name in 'ab'],
    )
    assert lines(entries) == [
        'head',
        '  a and more words',
        '  b and more words',
    ]
    assert lines(entries, width=14) == [
        'head',
        '  a and more',
        '    words',
        '  b and more',
        '    words',
    ]


@pytest.mark.parametrize(
    ('width', 'shown'),
    [
        (
            50,
            [
                'fix  one two three four five six seven eight nine',
                '       ten',
                '     eleven',
            ],
        ),
        (
            30,
            [
                'fix:',
                '  one two three four five six',
                '    seven eight nine ten',
                '  eleven',
            ],
        ),
    ],
)
def test_several_texts_of_a_label_can_be_told_apart(
    width: int, shown: list[str]
) -> None:
    text = 'one two three four five six seven eight nine ten'
    several = Line([text], 'fix', [['eleven']])
    assert lines(Block([], [several]), width=width) == shown


def test_a_wide_character_takes_two_columns() -> None:
    # Each of the words is five characters, and nine columns wide.
    assert lines(Block([], [Line(['a日本語版 b日本語版 c'])])) == [
        'a日本語版 b日本語版',
        'c',
    ]


def test_a_combining_character_takes_no_column() -> None:
    word = 'e\u0301' * 10
    assert lines(Block([], [Line([f'{word} {word[:18]}'])])) == [
        f'{word} {word[:18]}'
    ]


@pytest.mark.parametrize('piece', [str, Whole, Status])
def test_a_control_character_is_escaped(piece: type[str]) -> None:
    block = Block([piece('a\x1b[2Jb')], [Line([piece('c\x07')])])
    assert lines(block) == ['a\\x1b[2Jb', '  c\\x07']


def test_a_word_has_its_colour_and_what_follows_has_none() -> None:
    words = ['it is', Status('not needed', 'not-needed'), Status('sober')]
    blocks = [Block(words)]
    assert layout.render(blocks, 80, is_coloured=True) == (
        'it is \x1b[32mnot needed\x1b[0m sober\n'
    )
    assert layout.render(blocks, 80) == 'it is not needed sober\n'


def test_a_colour_takes_no_column() -> None:
    block = Block([], [Line([Status('on'), 'a234567890123456'])])
    [line] = layout.render([block], 20, is_coloured=True).splitlines()
    assert line.endswith('a234567890123456')


def test_a_pipe_has_one_width() -> None:
    assert layout.width_of(io.StringIO()) == 80
    assert not layout.is_coloured(io.StringIO())


@pytest.mark.parametrize(
    ('environ', 'expected'),
    [
        ({'TERM': 'xterm'}, True),
        ({'TERM': 'dumb'}, False),
        ({'TERM': 'xterm', 'NO_COLOR': '1'}, False),
        ({'TERM': 'xterm', 'NO_COLOR': '0'}, False),
        ({'TERM': 'xterm', 'NO_COLOR': ''}, True),
        ({}, True),
    ],
)
def test_a_terminal_has_colours_unless_it_wants_none(
    monkeypatch: pytest.MonkeyPatch,
    environ: dict[str, str],
    expected: bool,
) -> None:
    for name in ('TERM', 'NO_COLOR'):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    ours, theirs = pty.openpty()
    with open(ours, 'rb'), open(theirs, 'w', encoding='utf-8') as terminal:
        assert layout.is_coloured(terminal) is expected
        # The terminal reports a width of zero columns.
        assert layout.width_of(terminal) == 80


@pytest.mark.parametrize(
    ('word', 'said'),
    [
        ('on', 'is on:'),
        ('invalid', 'has an invalid value:'),
        ('absent', 'is not in this release:'),
        # "is unknown: unknown whether needed" has to be read twice.
        ('unknown', 'may be on or off:'),
    ],
)
def test_a_state_ends_a_sentence(word: str, said: str) -> None:
    assert ' '.join(layout.state(word, ':')) == said
