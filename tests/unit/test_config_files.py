# SPDX-License-Identifier: Apache-2.0
"""The entries of a configuration file, and their lines."""

import pathlib

from oslo_config import cfg
import pytest

from workarounds import exceptions
from workarounds.config import file_parser
from workarounds.config import reading

#: A file, and its entries: line, section, key, value.
TEXTS = {
    'nothing': ('', []),
    'a section without keys': ('[a]\n', []),
    'one key': ('[a]\nx = 1\n', [(2, 'a', 'x', '1')]),
    'no newline at the end': ('[a]\nx = 1', [(2, 'a', 'x', '1')]),
    'a colon': ('[a]\nx: 1=2\n', [(2, 'a', 'x', '1=2')]),
    'an empty value': ('[a]\nx =\n', [(2, 'a', 'x', '')]),
    'quotes': ('[a]\nx = " 1 "\n', [(2, 'a', 'x', ' 1 ')]),
    'comments and blank lines': (
        '# x = 0\n\n[a]\n;x = 0\n\nx = 1 # one\n',
        [(6, 'a', 'x', '1 # one')],
    ),
    'a value of several lines': (
        '[a]\nx = 1,\n  2,\n\t3\ny = 4\n',
        [(2, 'a', 'x', '1,\n2,\n3'), (5, 'a', 'y', '4')],
    ),
    'a value of several lines before a section': (
        '[a]\nx = 1,\n  2\n[b]\ny = 3\n',
        [(2, 'a', 'x', '1,\n2'), (5, 'b', 'y', '3')],
    ),
    'a value of several lines at the end': (
        '[a]\n\nx = 1,\n  2',
        [(3, 'a', 'x', '1,\n2')],
    ),
    'the same section again': (
        '[a]\nx = 1\n[b]\n[a]\nx = 2\n',
        [(2, 'a', 'x', '1'), (5, 'a', 'x', '2')],
    ),
    'lines that end as on Windows': (
        '[a]\r\nx = 1\r\ny = 2\r\n',
        [(2, 'a', 'x', '1'), (3, 'a', 'y', '2')],
    ),
    'lines that end as on an old Mac': ('[a]\rx = 1\r', [(2, 'a', 'x', '1')]),
    'ends of lines that are none': (
        '[a]\nx = 1\x0b2\x0c3\x1c4\x855\u20286\ny = 7\n',
        [(2, 'a', 'x', '1\x0b2\x0c3\x1c4\x855\u20286'), (3, 'a', 'y', '7')],
    ),
    'a zero byte': ('[a]\nx = 1\x002\n', [(2, 'a', 'x', '1\x002')]),
    'letters of the world': ('[ä]\nö = ü\n', [(2, 'ä', 'ö', 'ü')]),
}

#: Content that cannot be read, and the message about it.
ERRORS = {
    'a key before any section': (
        b'\nx = 1\n[a]\n',
        ':2: a key is outside of any [section]; write a [section] above it, '
        'or delete the line; until then, no line is read',
    ),
    'a line without an equals sign': (
        b'[a]\nx = 1\nfoo\n',
        ":3: No ':' or '=' found in assignment; write key = value, or delete "
        'the line',
    ),
    'a line without an equals sign and its indented lines': (
        b'[a]\nfoo\n  x\n  y\n',
        ":2: No ':' or '=' found in assignment; write key = value, or delete "
        'lines 2-4',
    ),
    'an empty key': (
        b'[a]\n= 1\n',
        ':2: Key cannot be empty; write key = value, or delete the line',
    ),
    'a section without an end': (
        b'[a\n',
        ':1: Invalid section (must end with ]); close the bracket: [section]; '
        'until then, no line is read',
    ),
    'a section without an end that can be a value': (
        b'[a]\n["secret",\n',
        ':2: Invalid section (must end with ]); close the bracket: [section]; '
        'until then, no line is read',
    ),
    'our section without an end': (
        b'[WorkArounds\n',
        ':1: Invalid section (must end with ]); close the bracket: '
        '[workarounds]; until then, no line is read',
    ),
    'a section with a comment': (
        b'[a] # of a\n',
        ':1: Invalid section (must end with ]); move what follows the bracket '
        'to a line of its own; until then, no line is read',
    ),
    'a section without a name': (
        b'[]\n',
        ':1: Empty section name; name the section, or delete the line; '
        'until then, no line is read',
    ),
    'an indented first line': (
        b'[a]\n\n  x = 1\n',
        ':3: an indented line without a value above it; remove its '
        'indentation, or delete the line',
    ),
    'bytes that are not UTF-8': (
        b'[a]\nx = 1\ny = \xe9\n',
        ':3: byte 0xe9 is not UTF-8; save the file as UTF-8',
    ),
    'a comment that is not UTF-8': (
        b'# caf\xe9\n[a]\n',
        ':1: byte 0xe9 is not UTF-8; save the file as UTF-8',
    ),
    'UTF-16': (
        '[a]\n'.encode('utf-16-le') + b'\xff\xfe',
        ':2: byte 0xff is not UTF-8; save the file as UTF-8',
    ),
    'a byte order mark': (
        b'\xef\xbb\xbf[a]\nx = 1\n',
        ':1: the file begins with a byte order mark, which oslo.config reads '
        'as text; save it as UTF-8 without one',
    ),
}


@pytest.fixture
def path(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / 'nova.conf'


def write(directory: pathlib.Path, **texts: str) -> list[str]:
    paths = []
    for name, text in texts.items():
        path = directory / f'{name}.conf'
        path.write_text(text)
        paths.append(str(path))
    return paths


@pytest.mark.parametrize(('text', 'entries'), TEXTS.values(), ids=TEXTS)
def test_each_key_is_found_in_the_line_where_it_stands(
    path: pathlib.Path, text: str, entries: list[tuple[int, str, str, str]]
) -> None:
    path.write_bytes(text.encode())
    assert [
        (entry.line, entry.section, entry.key, entry.value)
        for entry in file_parser.read_file(str(path)).entries
    ] == entries


@pytest.mark.parametrize(
    'text', [text for text, _ in TEXTS.values()], ids=TEXTS
)
def test_oslo_config_reads_the_same(path: pathlib.Path, text: str) -> None:
    path.write_bytes(text.encode())
    theirs: dict[str, dict[str, list[str]]] = {}
    cfg.ConfigParser(str(path), theirs).parse()
    read = file_parser.read_file(str(path))
    ours: dict[str, dict[str, list[str]]] = {}
    for section in read.sections:
        ours.setdefault(section.name, {})
    for entry in read.entries:
        ours[entry.section].setdefault(entry.key, []).append(entry.value)
    assert ours == theirs


def test_each_section_is_found_in_the_line_where_it_begins(
    path: pathlib.Path,
) -> None:
    path.write_text('# [no]\n[a]\nx = [1]\n  [2]\n\n[b]\n[a]\n')
    assert [
        (section.line, section.name)
        for section in file_parser.read_file(str(path)).sections
    ] == [(2, 'a'), (6, 'b'), (7, 'a')]


@pytest.mark.parametrize(('data', 'message'), ERRORS.values(), ids=ERRORS)
def test_what_cannot_be_read_is_reported_with_file_line_and_cure(
    path: pathlib.Path, data: bytes, message: str
) -> None:
    path.write_bytes(data)
    with pytest.raises(exceptions.ConfigFileError) as caught:
        file_parser.read_file(str(path))
    assert str(caught.value) == f'{path}{message}'
    # The original error contains the line, or the whole file.
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    ('path', 'message'),
    [
        ('{}/missing', 'No such file or directory; check the path'),
        ('{}/dangling', 'No such file or directory; check the path'),
        ('{}/loop', 'Too many levels of symbolic links; check the path'),
        ('{}/file/a', 'Not a directory; check the path'),
        ('{}', 'Is a directory; give a file'),
        # Not even root may read it from its start.
        ('/proc/self/mem', 'Input/output error; check the path'),
    ],
)
def test_what_cannot_be_opened_is_reported_with_the_cure(
    tmp_path: pathlib.Path, path: str, message: str
) -> None:
    (tmp_path / 'file').touch()
    (tmp_path / 'dangling').symlink_to('nowhere')
    (tmp_path / 'loop').symlink_to('loop')
    path = path.format(tmp_path)
    with pytest.raises(exceptions.ConfigFileError) as caught:
        file_parser.read_file(path)
    assert str(caught.value) == f'{path}: {message}'


def test_a_home_that_does_not_exist_is_an_error_of_the_path() -> None:
    with pytest.raises(exceptions.ConfigFileError, match='~nobody-here/a'):
        file_parser.read_file('~nobody-here/a')


def test_the_home_directory_is_looked_up(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a='[a]\nx = 1\n')
    monkeypatch.setenv('HOME', str(tmp_path))
    [entry] = file_parser.read_file('~/a.conf').entries
    assert (entry.file, entry.value) == ('~/a.conf', '1')


def test_files_that_can_be_read_are_read_beside_those_that_cannot(
    tmp_path: pathlib.Path,
) -> None:
    paths = write(tmp_path, a='[a]\nx = 1\n', b='oops\n', c='[a]\ny = 2\n')
    read = reading.read_sources(
        ('file', path) for path in [*paths, str(tmp_path / 'missing')]
    )
    assert [entry.key for entry in read.entries] == ['x', 'y']
    assert [section.line for section in read.sections] == [1, 1]
    assert [str(error).partition(': ')[0] for error in read.errors] == [
        f'{paths[1]}:1',
        str(tmp_path / 'missing'),
    ]
