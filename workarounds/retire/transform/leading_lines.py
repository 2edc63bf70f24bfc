# SPDX-License-Identifier: Apache-2.0
"""The blank lines and comment lines above statements.

A comment directly above a statement is about it and goes with it. One that a
blank line separates is about what follows in general, and stays.
"""

from collections.abc import Sequence
from typing import Any

import libcst as cst

EmptyLines = Sequence[cst.EmptyLine]


def lines_above(statement: Any) -> EmptyLines:
    """Return the lines above a statement."""
    return tuple(statement.leading_lines)


def detached_lines(lines: EmptyLines) -> EmptyLines:
    """Return what stays of the lines above a statement that goes."""
    last_blank = max(
        (place for place, line in enumerate(lines) if not line.comment),
        default=-1,
    )
    return tuple(lines[: last_blank + 1])


def add_lines_above(statement: Any, lines: EmptyLines) -> Any:
    """Put lines above a statement, before those that it has.

    Blank lines at the seam are not added up.
    """
    return statement.with_changes(
        leading_lines=join_lines(lines, lines_above(statement))
    )


def join_lines(lines: EmptyLines, others: EmptyLines) -> EmptyLines:
    """Put lines together; blank ones at the seam are not added up."""
    tail, rest = _count_trailing_blanks(lines), strip_leading_blanks(others)
    blanks = others[: len(others) - len(rest)]
    if len(blanks) > tail:
        lines = lines[: len(lines) - tail]
    else:
        blanks = ()
    return (*lines, *blanks, *rest)


def drop_shared_blanks(lines: EmptyLines, header: EmptyLines) -> EmptyLines:
    """Take blank lines off the beginning, as many as come before anyway.

    :param header: what comes before; with nothing, all are taken off
    """
    rest = strip_leading_blanks(lines)
    if not header:
        return rest
    return lines[min(_count_trailing_blanks(header), len(lines) - len(rest)) :]


def strip_leading_blanks(lines: EmptyLines) -> EmptyLines:
    """Take the blank lines off the beginning."""
    place = 0
    while place < len(lines) and not lines[place].comment:
        place += 1
    return tuple(lines[place:])


def strip_trailing_blanks(lines: EmptyLines) -> EmptyLines:
    """Take the blank lines off the end."""
    return tuple(lines[: len(lines) - _count_trailing_blanks(lines)])


def comment_lines(lines: EmptyLines) -> EmptyLines:
    """Return the comments alone."""
    return tuple(line for line in lines if line.comment)


def header_comment(header: cst.TrailingWhitespace) -> EmptyLines:
    """Make a line of the comment behind a colon."""
    if header.comment is None:
        return ()
    return (cst.EmptyLine(comment=header.comment, newline=header.newline),)


def _count_trailing_blanks(lines: EmptyLines) -> int:
    count = 0
    while count < len(lines) and not lines[len(lines) - 1 - count].comment:
        count += 1
    return count
