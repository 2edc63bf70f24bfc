# SPDX-License-Identifier: Apache-2.0
"""Strings that would become docstrings.

::

    def copy():                            def copy():
        if workarounds.enabled('x'):           write()
            flush()
        'Write it.'
        write()
"""

from collections.abc import Sequence
from typing import TypeVar

import libcst as cst

from workarounds.retire.transform import leading_lines

_Definition = TypeVar('_Definition', cst.FunctionDef, cst.ClassDef)


def keep_out(before: _Definition, after: _Definition) -> _Definition:
    """Drop the strings that a definition begins with and did not before."""
    body = after.body
    if not isinstance(body, cst.IndentedBlock) or starts_with_string(
        before.body.body
    ):
        return after
    statements = drop_first_strings(body.body)
    if len(statements) == len(body.body):
        return after
    return after.with_changes(body=body.with_changes(body=statements))


def starts_with_string(statements: Sequence[cst.CSTNode]) -> bool:
    """Return whether the first statement is a string, a docstring."""
    match statements:
        case [cst.SimpleStatementLine(body=[first, *_]), *_]:
            return starts_with_string([first])
        case [cst.Expr(value=value), *_]:
            return _is_plain_text(value)
    return False


def _is_plain_text(value: cst.BaseExpression) -> bool:
    """Return whether an expression is a string, neither bytes nor f-string."""
    match value:
        case cst.SimpleString():
            return 'b' not in value.prefix
        case cst.ConcatenatedString(left=left, right=right):
            return _is_plain_text(left) and _is_plain_text(right)
    return False


def drop_first_strings(
    statements: Sequence[cst.BaseStatement],
) -> list[cst.BaseStatement]:
    """Drop the strings that a body begins with; comments are kept."""
    rest = list(statements)
    while starts_with_string(rest):
        first, *rest = rest
        if isinstance(first, cst.SimpleStatementLine) and len(first.body) > 1:
            return [first.with_changes(body=first.body[1:]), *rest]
        comments = leading_lines.comment_lines(
            leading_lines.lines_above(first)
        )
        if rest and comments:
            rest[0] = leading_lines.add_lines_above(rest[0], comments)
    return rest
