# SPDX-License-Identifier: Apache-2.0
"""Rows as paragraphs: headings, titles, and lines that fit."""

import argparse
import io

import pytest

from workarounds.cli import command
from workarounds.cli import text_format

TITLES = ('Name', 'Why', 'To do')


def text(*rows: tuple[object, ...], titles: tuple[str, ...] = TITLES) -> str:
    stdout = io.StringIO()
    formatter = text_format.TextFormatter()
    formatter.emit_list(titles, rows, stdout, argparse.Namespace())
    return stdout.getvalue()


def test_the_first_column_is_the_heading() -> None:
    assert text(('fsync', 'it is slow', 'delete it')) == (
        'fsync\n  Why    it is slow\n  To do  delete it\n'
    )


def test_an_empty_line_parts_two_rows() -> None:
    assert text(('a', 'b', 'c'), ('d', 'e', 'f')) == (
        'a\n  Why    b\n  To do  c\n\nd\n  Why    e\n  To do  f\n'
    )


def test_an_empty_cell_takes_no_line() -> None:
    assert text(('a', '', 'c')) == 'a\n  To do  c\n'


def test_no_rows_are_no_text() -> None:
    assert text() == ''


def test_one_column_is_a_list_of_headings() -> None:
    assert text(('a',), ('b',), titles=('Name',)) == 'a\n\nb\n'


def test_a_long_sentence_goes_on_below_its_beginning() -> None:
    *_, first, second = text(('a', 'word ' * 30, '')).splitlines()
    assert first == '  Why    ' + 'word ' * 17 + 'word'
    assert second == '         ' + 'word ' * 11 + 'word'


def test_an_address_stays_whole() -> None:
    address = 'https://bugs.example.org/' + 'long-way/' * 20
    assert address in text(('a', f'see {address} for more', '')).split()


@pytest.mark.parametrize(
    ('cell', 'shown'),
    [
        (command.Word(('on', False)), 'on'),
        (command.Lines(['a', 'b'], 'none', False), 'a\n         b'),
        (True, 'True'),
    ],
)
def test_a_cell_is_shown_as_people_read_it(cell: object, shown: str) -> None:
    assert text(('a', cell, '')) == f'a\n  Why    {shown}\n'
