# SPDX-License-Identifier: Apache-2.0
"""Comments inside an expression: which of them stay with what is left.

A comment behind an operand, or on lines of its own before one, is about that
operand.
"""

import dataclasses
from typing import Any

import libcst as cst

_Space = cst.BaseParenthesizableWhitespace


@dataclasses.dataclass(frozen=True)
class OperandComments:
    """Comments about an operand, of which the neighbour is gone.

    :param before: the space that stood before it; ``None`` if what stands
        there stays
    :param behind: the space that stood behind it; likewise
    """

    before: _Space | None = None
    behind: _Space | None = None

    def merge(self, other: 'OperandComments') -> 'OperandComments':
        """Add those of a part, which stand nearer to what is left."""
        return OperandComments(
            other.before if other.before is not None else self.before,
            other.behind if other.behind is not None else self.behind,
        )

    @property
    def has_comment(self) -> bool:
        """Whether there is a comment at all."""
        return (
            bool(_comment_lines(self.before))
            or _end_comment(self.behind) is not None
        )

    def write_in_parentheses(self, node: Any) -> Any:
        """Write them into the parentheses of a node, which has some."""
        left, right = node.lpar[0], node.rpar[-1]
        if self.before is not None:
            space = _replace_lines(left.whitespace_after, self.before)
            left = left.with_changes(whitespace_after=space)
        if self.behind is not None:
            space = _replace_end(right.whitespace_before, self.behind)
            right = right.with_changes(whitespace_before=space)
        return node.with_changes(
            lpar=[left, *node.lpar[1:]], rpar=[*node.rpar[:-1], right]
        )

    def write_after_operator(self, operator: Any) -> Any:
        """Write those before an operand to the operator that precedes it."""
        if self.before is None:
            return operator
        field = _breaking_field(operator)
        space = _replace_lines(getattr(operator, field), self.before)
        return operator.with_changes(**{field: space})

    def write_before_operator(self, operator: Any) -> Any:
        """Write those behind an operand to the operator that follows it."""
        if self.behind is None:
            return operator
        field = _breaking_field(operator)
        space = _replace_end(getattr(operator, field), self.behind)
        return operator.with_changes(**{field: space})


NONE = OperandComments()


def comments_on_right(operator: Any) -> OperandComments:
    """Return what is about the right operand, because the left one goes."""
    return OperandComments(before=getattr(operator, _breaking_field(operator)))


def comments_on_left(operator: Any) -> OperandComments:
    """Return what is about the left operand, because the right one goes."""
    return OperandComments(behind=getattr(operator, _breaking_field(operator)))


def _breaking_field(operator: Any) -> str:
    """Tell on which side of an operator the line ends, if it does."""
    if isinstance(operator.whitespace_before, cst.ParenthesizedWhitespace):
        return 'whitespace_before'
    return 'whitespace_after'


def _comment_lines(space: _Space | None) -> list[cst.EmptyLine]:
    if not isinstance(space, cst.ParenthesizedWhitespace):
        return []
    return [line for line in space.empty_lines if line.comment]


def _end_comment(space: _Space | None) -> cst.Comment | None:
    if not isinstance(space, cst.ParenthesizedWhitespace):
        return None
    return space.first_line.comment


def _replace_lines(space: _Space, by: _Space) -> _Space:
    """Put the comment lines of one space into another."""
    lines = _comment_lines(by)
    if isinstance(space, cst.ParenthesizedWhitespace):
        return space.with_changes(empty_lines=lines)
    if not lines or not isinstance(by, cst.ParenthesizedWhitespace):
        return space
    return by.with_changes(
        first_line=cst.TrailingWhitespace(newline=by.first_line.newline)
    )


def _replace_end(space: _Space, by: _Space) -> _Space:
    """Put the comment at the end of a line into another space."""
    if isinstance(space, cst.ParenthesizedWhitespace):
        line = space.first_line
        if isinstance(by, cst.ParenthesizedWhitespace):
            line = line.with_changes(
                whitespace=by.first_line.whitespace,
                comment=by.first_line.comment,
            )
        else:
            line = line.with_changes(
                whitespace=cst.SimpleWhitespace(''), comment=None
            )
        return space.with_changes(first_line=line)
    if _end_comment(by) is None or not isinstance(
        by, cst.ParenthesizedWhitespace
    ):
        return space
    return by.with_changes(empty_lines=())
