# SPDX-License-Identifier: Apache-2.0
"""What a person should see, at the line where it is after all changes."""

import pytest

from workarounds.retire.reports import Report

OLD = b'one\ntwo\nthree\nfour\n'


@pytest.mark.parametrize(
    ('line', 'text', 'moved'),
    [
        (3, None, 3),
        (3, OLD, 3),
        (3, b'zero\n' + OLD, 4),
        (3, OLD + b'five\n', 3),
        (3, b'three\nfour\n', 1),
        (3, b'one\nthree\n', 2),
        (3, b'one\ntwo\nTHREE\nfour\n', 3),
        # It has gone: the line before it is near.
        (3, b'one\ntwo\nfour\n', 2),
        (1, b'two\nthree\nfour\n', 1),
        (4, b'one\ntwo\nthree\n', 3),
        (3, b'one\n', 1),
        (3, b'', 1),
        # Two lines became one, and one became three.
        (3, b'one\nTWO\nfour\n', 2),
        (2, b'one\n2a\n2b\n2c\nthree\nfour\n', 2),
        (3, b'one\n2a\n2b\n2c\nthree\nfour\n', 5),
        # Many lines that are alike.
        (3, b'\n\n\n' + OLD, 6),
        (3, b'one\r\ntwo\r\nthree\r\nfour\r\n', 3),
    ],
)
def test_a_line_is_found_in_another_version(
    line: int, text: bytes | None, moved: int
) -> None:
    report = Report('disk.py', line, 'look here', OLD)
    assert report.line_in(text) == moved


def test_lines_end_where_python_ends_them() -> None:
    old = b"a = '\x0c\x1c\xc2\x85'\nb\r\nc\n"
    report = Report('disk.py', 3, 'look here', old)
    assert report.line_in(b'new\n' + old) == 4


@pytest.mark.parametrize('text', [b'', b'x', b'x\n', b'\n\n\n'])
@pytest.mark.parametrize('line', [1, 2, 3, 4])
def test_a_line_is_one_that_there_is(line: int, text: bytes) -> None:
    report = Report('disk.py', line, 'look here', OLD)
    found = report.line_in(text)
    assert 1 <= found <= max(1, len(text.splitlines()))
