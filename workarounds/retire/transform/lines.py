# SPDX-License-Identifier: Apache-2.0
"""The blank lines and comment lines above statements.

A comment directly above a statement is about it and goes with it. One that a
blank line separates is about what follows in general, and stays.
"""

from collections.abc import Sequence
from typing import Any

import libcst as cst

Lines = Sequence[cst.EmptyLine]


def above(statement: Any) -> Lines:
    """Return the lines above a statement."""
    return tuple(statement.leading_lines)


def detached(lines: Lines) -> Lines:
    """Return what stays of the lines above a statement that goes."""
    last_blank = max(
        (place for place, line in enumerate(lines) if not line.comment),
        default=-1,
    )
    return tuple(lines[: last_blank + 1])


def under(statement: Any, lines: Lines) -> Any:
    """Put lines above a statement, before those that it has.

    Blank lines at the seam are not added up.
    """
    return statement.with_changes(
        leading_lines=joined(lines, above(statement))
    )


def joined(lines: Lines, others: Lines) -> Lines:
    """Put lines together; blank ones at the seam are not added up."""
    tail, rest = _blanks_at_end(lines), without_blanks(others)
    blanks = others[: len(others) - len(rest)]
    if len(blanks) > tail:
        lines = lines[: len(lines) - tail]
    else:
        blanks = ()
    return (*lines, *blanks, *rest)


def less_blanks(lines: Lines, header: Lines) -> Lines:
    """Take blank lines off the beginning, as many as come before anyway.

    :param header: what comes before; with nothing, all are taken off
    """
    rest = without_blanks(lines)
    if not header:
        return rest
    return lines[min(_blanks_at_end(header), len(lines) - len(rest)) :]


def without_blanks(lines: Lines) -> Lines:
    """Take the blank lines off the beginning."""
    place = 0
    while place < len(lines) and not lines[place].comment:
        place += 1
    return tuple(lines[place:])


def without_blanks_at_end(lines: Lines) -> Lines:
    """Take the blank lines off the end."""
    return tuple(lines[: len(lines) - _blanks_at_end(lines)])


def comments(lines: Lines) -> Lines:
    """Return the comments alone."""
    return tuple(line for line in lines if line.comment)


def of_header(header: cst.TrailingWhitespace) -> Lines:
    """Make a line of the comment behind a colon."""
    if header.comment is None:
        return ()
    return (cst.EmptyLine(comment=header.comment, newline=header.newline),)


def _blanks_at_end(lines: Lines) -> int:
    count = 0
    while count < len(lines) and not lines[len(lines) - 1 - count].comment:
        count += 1
    return count
