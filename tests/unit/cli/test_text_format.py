# SPDX-License-Identifier: Apache-2.0
"""Rows as paragraphs: headings, titles, and lines that fit."""

import argparse
import io

import pytest

from workarounds.cli import command
from workarounds.cli import layout
from workarounds.cli import text_format

TITLES = ('Name', 'Why', 'To do')


def text(
    *rows: tuple[object, ...],
    titles: tuple[str, ...] = TITLES,
    **parsed_args: object,
) -> str:
    stdout = io.StringIO()
    formatter = text_format.TextFormatter()
    formatter.emit_list(
        titles, rows, stdout, argparse.Namespace(columns=[], **parsed_args)
    )
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
    *_, first, second = text(('a', 'word ' * 20, '')).splitlines()
    assert first == '  Why  ' + 'word ' * 13 + 'word'
    assert second == '       ' + 'word ' * 5 + 'word'


def test_an_address_stays_whole() -> None:
    address = 'https://bugs.example.org/' + 'long-way/' * 20
    assert address in text(('a', f'see {address} for more', '')).split()


@pytest.mark.parametrize(
    ('cell', 'shown'),
    [
        (command.Word(('on', False)), 'on'),
        (command.Lines(['a', 'b'], 'none', False), 'a\n       b'),
        (True, 'True'),
    ],
)
def test_a_cell_is_shown_as_people_read_it(cell: object, shown: str) -> None:
    assert text(('a', cell, '')) == f'a\n  Why  {shown}\n'


def test_blocks_are_shown_instead_of_rows() -> None:
    blocks = [layout.Block(['all', 'of', 'it'])]
    assert text(('a', 'b', 'c'), text=blocks) == 'all of it\n'


@pytest.mark.parametrize('chosen', ['columns', 'sort_columns'])
def test_chosen_columns_are_shown_instead_of_blocks(chosen: str) -> None:
    stdout = io.StringIO()
    parsed_args = argparse.Namespace(
        text=[layout.Block(['all of it'])],
        **{'columns': [], 'sort_columns': [], chosen: ['Name']},
    )
    formatter = text_format.TextFormatter()
    formatter.emit_list(['Name'], [('a',)], stdout, parsed_args)
    assert stdout.getvalue() == 'a\n'


def test_fields_have_a_line_each() -> None:
    stdout = io.StringIO()
    formatter = text_format.TextFormatter()
    cells = ('fsync', '', command.Lines(['a', 'b'], '', False))
    formatter.emit_one(TITLES, cells, stdout, argparse.Namespace())
    assert stdout.getvalue() == 'Name   fsync\nTo do  a\n       b\n'
