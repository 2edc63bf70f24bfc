# SPDX-License-Identifier: Apache-2.0
"""The day in a copy, and the differences from it."""

import datetime
import errno
import os
import pathlib

import pytest

from workarounds.cli import checked_copy
from workarounds.cli import command

DAY = datetime.date(2026, 11, 23)
NAMED = {
    'html': '<head>\n<meta name="as-of" content="{}">\n</head>\n',
    'json': '{{\n  "as_of": "{}",\n  "rows": []\n}}\n',
    'rst': ':As of: {}\n\n.. list-table::\n',
    'yaml': "as_of: '{}'\nrows: []\n",
}
AGAIN = 'write the file again with --output'


def copy(text: str) -> checked_copy.CheckedCopy:
    return checked_copy.CheckedCopy('status.txt', text)


def differs(old: str, new: str) -> list[str]:
    return list(copy(old).difference(new))


# The day.


@pytest.mark.parametrize('form', NAMED)
def test_the_day_is_the_one_that_is_named(form: str) -> None:
    assert copy(NAMED[form].format(DAY)).as_of(form) == DAY


@pytest.mark.parametrize('form', NAMED)
def test_the_day_is_found_however_lines_end(form: str) -> None:
    text = NAMED[form].format(DAY).replace('\n', '\r\n')
    assert copy(text).as_of(form) == DAY


@pytest.mark.parametrize('form', NAMED)
def test_the_first_day_counts(form: str) -> None:
    text = NAMED[form].format(DAY) + NAMED[form].format('2030-01-01')
    assert copy(text).as_of(form) == DAY


@pytest.mark.parametrize(
    ('form', 'text'),
    [
        *((form, '') for form in NAMED),
        *((form, 'as of 2026-11-23\n') for form in NAMED),
        # Each format has its own way to say it.
        ('html', NAMED['json'].format(DAY)),
        ('json', NAMED['html'].format(DAY)),
        # One that is deeper down is not the copy's own.
        ('json', '{\n  "rows": [\n    {\n      "as_of": "2026-11-23"\n'),
        ('yaml', "rows:\n- as_of: '2026-11-23'\n"),
        # These have no day.
        ('csv', 'as_of,2026-11-23\n'),
        ('table', ':As of: 2026-11-23\n'),
        ('text', ':As of: 2026-11-23\n'),
    ],
)
def test_a_copy_that_names_no_day_has_none(form: str, text: str) -> None:
    assert copy(text).as_of(form) is None


@pytest.mark.parametrize('form', NAMED)
@pytest.mark.parametrize('day', ['', 'today', '2026-11-31', '23.11.2026'])
def test_what_is_no_day_is_reported(form: str, day: str) -> None:
    with pytest.raises(command.UsageError) as caught:
        copy(NAMED[form].format(day)).as_of(form)
    assert str(caught.value) == f'status.txt: {day!r} is not a date; {AGAIN}'


# What differs.


def test_what_differs_is_reported_as_diff_tells_it() -> None:
    assert differs('a\nb\nc\n', 'a\nB\nc\n') == [
        '--- status.txt',
        '+++ as it is now',
        '@@ -1,3 +1,3 @@',
        ' a',
        '-b',
        '+B',
        ' c',
    ]


@pytest.mark.parametrize(
    ('old', 'new'), [('a\r\nb\r\n', 'a\nb\n'), ('a\nb', 'a\nb\n')]
)
def test_a_difference_of_line_endings_is_reported(old: str, new: str) -> None:
    assert differs(old, new) == ['status.txt: only the line endings differ']


def test_of_many_lines_that_differ_the_first_are_reported() -> None:
    old = ''.join(f'{number}\n' for number in range(300))
    lines = differs(old, '')
    assert lines[:4] == [
        '--- status.txt',
        '+++ as it is now',
        '@@ -1,300 +0,0 @@',
        '-0',
    ]
    assert lines[199:] == ['-196', '... and 103 more lines']


def test_all_are_reported_as_long_as_they_are_few() -> None:
    old = ''.join(f'{number}\n' for number in range(197))
    lines = differs(old, '')
    assert len(lines) == 200
    assert lines[-1] == '-196'


LONG = ''.join(f'{number}\n' for number in range(5001))


@pytest.mark.parametrize(
    ('old', 'new', 'line'),
    [
        (LONG, f'x{LONG}', 1),
        (LONG, LONG.replace('\n3000\n', '\nx\n'), 3001),
        (LONG, f'{LONG}x\n', 5002),
        (f'{LONG}x\n', LONG, 5002),
        (LONG, '', 1),
        ('', LONG, 1),
        ('0\n', LONG, 2),
    ],
)
def test_of_a_long_file_the_first_line_that_differs_is_reported(
    old: str, new: str, line: int
) -> None:
    # To compare all of it would take minutes.
    assert differs(old, new) == [
        f'status.txt:{line}: the first difference; the files are too '
        f'long to show all'
    ]


# How it is read.


def test_a_copy_is_read_as_it_is_written(tmp_path: pathlib.Path) -> None:
    path = tmp_path / 'status.html'
    path.write_bytes('ä\r\nb\rc\n'.encode())
    assert checked_copy.read_copy(str(path)) == checked_copy.CheckedCopy(
        str(path), 'ä\r\nb\rc\n'
    )


@pytest.mark.parametrize(
    ('name', 'cause'),
    [
        ('no', 'No such file or directory'),
        ('binary', 'it is not UTF-8'),
        ('directory', 'Is a directory'),
        ('binary/x', 'Not a directory'),
        ('x' * 256, 'File name too long'),
    ],
)
def test_why_it_cannot_be_read_is_reported(
    tmp_path: pathlib.Path, name: str, cause: str
) -> None:
    (tmp_path / 'binary').write_bytes(b'caf\xe9')
    (tmp_path / 'directory').mkdir()
    path = os.path.join(tmp_path, name)
    with pytest.raises(command.UsageError) as caught:
        checked_copy.read_copy(path)
    assert str(caught.value) == (
        f'{path} cannot be read: {cause}; write it with --output first'
    )


def test_a_copy_that_one_may_not_read_is_not_to_be_written_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(path: pathlib.Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(pathlib.Path, 'read_bytes', refuse)
    with pytest.raises(command.UsageError) as caught:
        checked_copy.read_copy('status.html')
    assert str(caught.value) == (
        'status.html cannot be read: Permission denied; run as a user who may '
        'read it'
    )
