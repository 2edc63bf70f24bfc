# SPDX-License-Identifier: Apache-2.0
"""The blank lines and comment lines above statements.

A comment directly above a statement is removed with it. A comment that a blank
line separates from it is kept::

    # Copies of images.                # Copies of images.

    # Flush, see the bug.
    if workarounds.enabled('x'):
        flush()
    copy()                             copy()
"""

from collections.abc import Sequence
from typing import TypeVar

import libcst as cst

EmptyLines = Sequence[cst.EmptyLine]
_Statement = TypeVar('_Statement', bound=cst.BaseStatement)


def lines_above(statement: cst.CSTNode) -> EmptyLines:
    """Return the lines above a statement, or above an ``else``."""
    lines: EmptyLines = getattr(statement, 'leading_lines', ())
    return tuple(lines)


def detached_lines(lines: EmptyLines) -> EmptyLines:
    """Return the lines to keep above a statement that is removed."""
    last_blank = max(
        (place for place, line in enumerate(lines) if not line.comment),
        default=-1,
    )
    return tuple(lines[: last_blank + 1])


def add_lines_above(statement: _Statement, lines: EmptyLines) -> _Statement:
    """Add lines above those of a statement.

    Adjacent blank lines are not added up.
    """
    joined = join_lines(lines, lines_above(statement))
    return statement.with_changes(leading_lines=joined)


def join_lines(lines: EmptyLines, others: EmptyLines) -> EmptyLines:
    """Join lines; adjacent blank lines are not added up."""
    tail, rest = _count_trailing_blanks(lines), strip_leading_blanks(others)
    blanks = others[: len(others) - len(rest)]
    if len(blanks) > tail:
        lines = lines[: len(lines) - tail]
    else:
        blanks = ()
    return (*lines, *blanks, *rest)


def drop_shared_blanks(lines: EmptyLines, header: EmptyLines) -> EmptyLines:
    """Remove leading blank lines, as many as the header ends with.

    :param header: the lines before; if it is empty, all are removed
    """
    rest = strip_leading_blanks(lines)
    if not header:
        return rest
    return lines[min(_count_trailing_blanks(header), len(lines) - len(rest)) :]


def strip_leading_blanks(lines: EmptyLines) -> EmptyLines:
    """Remove leading blank lines."""
    place = 0
    while place < len(lines) and not lines[place].comment:
        place += 1
    return tuple(lines[place:])


def strip_trailing_blanks(lines: EmptyLines) -> EmptyLines:
    """Remove trailing blank lines."""
    return tuple(lines[: len(lines) - _count_trailing_blanks(lines)])


def comment_lines(lines: EmptyLines) -> EmptyLines:
    """Return the lines that have a comment."""
    return tuple(line for line in lines if line.comment)


def header_comment(header: cst.TrailingWhitespace) -> EmptyLines:
    """Return the comment after a colon as a line of its own."""
    if header.comment is None:
        return ()
    return (cst.EmptyLine(comment=header.comment, newline=header.newline),)


def _count_trailing_blanks(lines: EmptyLines) -> int:
    count = 0
    while count < len(lines) and not lines[len(lines) - 1 - count].comment:
        count += 1
    return count
