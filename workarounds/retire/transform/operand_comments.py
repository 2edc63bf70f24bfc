# SPDX-License-Identifier: Apache-2.0
"""Comments about operands, some of which are removed.

A comment after an operand, or on lines of its own before it, is about that
operand::

    if (workarounds.enabled('x')  # see the bug     if (
            # asked for by the user                        # asked for ...
            or force):                                     force):
"""

import dataclasses

import libcst as cst

_Space = cst.BaseParenthesizableWhitespace


@dataclasses.dataclass(frozen=True)
class OperandComments:
    """Comments about an operand whose neighbour is removed.

    :param before: the space before the operand; ``None`` if it is kept there
    :param behind: the space after the operand; likewise
    """

    before: _Space | None = None
    behind: _Space | None = None

    def merge(self, other: 'OperandComments') -> 'OperandComments':
        """Merge with those of a part, which are nearer to the operand."""
        return OperandComments(
            other.before if other.before is not None else self.before,
            other.behind if other.behind is not None else self.behind,
        )

    @property
    def has_comment(self) -> bool:
        """Return whether there is a comment."""
        return (
            bool(_comment_lines(self.before))
            or _end_comment(self.behind) is not None
        )

    def write_in_parentheses(
        self, node: cst.BaseExpression
    ) -> cst.BaseExpression:
        """Write them inside the parentheses of a node."""
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

    def write_after_operator(
        self, operator: cst.BaseBooleanOp
    ) -> cst.BaseBooleanOp:
        """Write those before the operand to the operator before it."""
        if self.before is None:
            return operator
        field = _breaking_field(operator)
        space = _replace_lines(getattr(operator, field), self.before)
        return operator.with_changes(**{field: space})

    def write_before_operator(
        self, operator: cst.BaseBooleanOp
    ) -> cst.BaseBooleanOp:
        """Write those after the operand to the operator after it."""
        if self.behind is None:
            return operator
        field = _breaking_field(operator)
        space = _replace_end(getattr(operator, field), self.behind)
        return operator.with_changes(**{field: space})


NONE = OperandComments()


def comments_on_right(operator: cst.BaseBooleanOp) -> OperandComments:
    """Return the comments on the right operand; the left is removed."""
    return OperandComments(before=getattr(operator, _breaking_field(operator)))


def comments_on_left(operator: cst.BaseBooleanOp) -> OperandComments:
    """Return the comments on the left operand; the right is removed."""
    return OperandComments(behind=getattr(operator, _breaking_field(operator)))


def _breaking_field(operator: cst.BaseBooleanOp) -> str:
    """Return the field of an operator that holds its line break."""
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
    """Return a space with the comment lines of another."""
    lines = _comment_lines(by)
    if isinstance(space, cst.ParenthesizedWhitespace):
        return space.with_changes(empty_lines=lines)
    if not lines or not isinstance(by, cst.ParenthesizedWhitespace):
        return space
    return by.with_changes(
        first_line=cst.TrailingWhitespace(newline=by.first_line.newline)
    )


def _replace_end(space: _Space, by: _Space) -> _Space:
    """Return a space with the comment at the end of line of another."""
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
