# SPDX-License-Identifier: Apache-2.0
"""Files of any encoding, with any line ends, and those that are broken.

These are not cases because editors and Git change such files.
"""

import pathlib
import tempfile

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies
import pytest

from tests.audit import running
from tests.audit_cases import declarations

OPTIONS = (
    '--quiet',
    *('--namespace', f'{declarations.__name__}:DECLARATIONS'),
    *('--service-version', '35.0.0'),
)
READ = 'CONF.workarounds.flush_images'
GOOD = f'{READ}\n'


def audit(
    root: pathlib.Path, data: bytes, name: str = 'code.py'
) -> list[running.Printed]:
    """Audit one file."""
    path = root / name
    path.write_bytes(data)
    _, diagnostics, said = running.diagnostics(
        *OPTIONS, 'audit', '--ignore=WA204', str(path)
    )
    assert said == ''
    return diagnostics


@pytest.mark.parametrize(
    ('text', 'line', 'column'),
    [
        ('{}', 1, 1),
        ('é = {}', 1, 5),
        ("x = 'ß€😀', {}", 1, 12),
        ("x = ['é',\r\n  'ü', {}]", 2, 8),
        ('x = 1\r{}', 2, 1),
        ('\x0c{}', 1, 2),
        ("x = '\x0c\x0b\x1c\x85\u2028'; {}", 1, 14),
        ('\ufeff{}', 1, 1),
        ("'''\n\r\n\r'''; {}", 4, 6),
    ],
)
def test_places_are_counted_in_characters(
    text: str, line: int, column: int, tmp_path: pathlib.Path
) -> None:
    [finding] = audit(tmp_path, text.format(READ).encode())
    assert (finding.line, finding.column) == (line, column)
    assert (finding.end_line, finding.end_column) == (line, column + len(READ))


TEXTS = strategies.text(
    strategies.characters(exclude_categories=['Cs', 'Cc']), max_size=9
)


@settings(database=None, deadline=None, max_examples=30)
@given(TEXTS, strategies.sampled_from(['\n', '\r\n', '\r', '\n\x0c']))
def test_places_in_any_text(text: str, end: str) -> None:
    with tempfile.TemporaryDirectory() as directory:
        [finding] = audit(
            pathlib.Path(directory),
            f'# {text}{end}x = {text!r}, {READ}  # {text}'.encode(),
        )
    before = end.strip('\r\n') + f'x = {text!r}, '
    assert finding.line == 2
    assert finding.column == len(before) + 1
    assert finding.end_column == finding.column + len(READ)


@settings(database=None, deadline=None, max_examples=30)
@given(strategies.text(strategies.characters(exclude_categories=['Cs'])))
def test_a_terminal_obeys_nothing_that_a_file_contains(text: str) -> None:
    with tempfile.TemporaryDirectory() as directory:
        [finding] = audit(
            pathlib.Path(directory), f'CONF.workarounds[{text!a}]'.encode()
        )
    assert finding.code == 'WA201'
    assert finding.text.isprintable()


@pytest.mark.parametrize(
    'data',
    [
        f'é = {READ}'.encode(),
        b'\xef\xbb\xbf' + f'é = {READ}'.encode(),
        f'# coding: latin-1\né = {READ}'.encode('latin-1'),
        f'#!/usr/bin/python\n# -*- coding: iso-8859-15 -*-\né = {READ}'.encode(
            'iso-8859-15'
        ),
    ],
)
def test_a_coding_cookie_is_obeyed(
    data: bytes, tmp_path: pathlib.Path
) -> None:
    [finding] = audit(tmp_path, data)
    assert (finding.code, finding.column) == ('WA203', 5)


def test_a_cookie_is_only_for_python(tmp_path: pathlib.Path) -> None:
    data = '# coding: latin-1\né wait_for_agent'.encode()
    [finding] = audit(tmp_path, data, 'a.rst')
    assert (finding.code, finding.column) == ('WA215', 3)


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
        (b"x = 1\nprint 'x'\n", 2, 'not valid for this Python'),
        (b'x = {{ name }}\n{% if x %}\n', 2, 'not valid for this Python'),
        (b'def f():\n\tx\n        y\n', 3, 'not valid for this Python'),
    ],
)
def test_what_cannot_be_read_is_skipped_with_the_line(
    data: bytes, line: int, reason: str, tmp_path: pathlib.Path
) -> None:
    [finding] = audit(tmp_path, data + b'\n# workarounds')
    assert (finding.code, finding.line) == ('WA200', line)
    assert finding.text.startswith('not read: ')
    assert reason in finding.text
    assert '; ' in finding.text


def test_utf_16_is_reported(tmp_path: pathlib.Path) -> None:
    [finding] = audit(tmp_path, GOOD.encode('utf-16'))
    assert 'NUL bytes' in finding.text


def test_a_document_may_have_another_encoding(tmp_path: pathlib.Path) -> None:
    [finding] = audit(tmp_path, b'x\nflush_images \xe9', 'a.rst')
    assert (finding.code, finding.line) == ('WA200', 2)


@pytest.mark.parametrize(
    'text',
    [
        '(' * 200_000,
        '-' * 100_000 + '1',
        '1 + ' * 100_000 + '1',
        'x' + '.x' * 100_000,
        'x' + '()' * 100_000,
        'x' + '[0]' * 100_000,
        '[' * 90 + ']' * 90 + '; y = ' + 'x or ' * 100_000,
    ],
)
def test_what_is_nested_too_deeply_is_skipped(
    text: str, tmp_path: pathlib.Path
) -> None:
    [finding] = audit(tmp_path, f'{GOOD}x = {text}\n'.encode())
    assert finding.code == 'WA200'
    assert '; ' in finding.text


@pytest.mark.parametrize(
    'text',
    [
        'CONF' + '.x' * 900 + '.workarounds.flush_images\n',
        'f' + '(0)' * 900 + '.workarounds.flush_images\n',
        'f' + '[0]' * 900 + '.workarounds.flush_images\n',
    ],
)
def test_what_can_be_parsed_is_followed_or_skipped(
    text: str, tmp_path: pathlib.Path
) -> None:
    [finding] = audit(tmp_path, text.encode())
    assert finding.code in ('WA212', 'WA200')


def test_many_classes_are_followed_or_skipped(tmp_path: pathlib.Path) -> None:
    classes = ''.join(f'class A{n + 1}(A{n}): pass\n' for n in range(2_000))
    text = (
        f'class A0: pass\n{classes}class B(A2000):\n'
        '  def f(self): self.x.workarounds.flush_images'
    )
    [finding] = audit(tmp_path, text.encode())
    assert finding.code in ('WA212', 'WA200')


def test_warnings_of_the_parser_are_ignored(
    tmp_path: pathlib.Path,
) -> None:
    [finding] = audit(tmp_path, f"x = '\\d' is 1\n{READ}".encode())
    assert finding.code == 'WA203'
