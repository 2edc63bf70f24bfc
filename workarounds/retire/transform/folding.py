# SPDX-License-Identifier: Apache-2.0
"""Folded expressions: nodes that stand for a known value.

A read of the workaround becomes a folded node first. The other modules then
simplify whatever contains it::

    if workarounds.enabled('x') or force:
    if False or force:                      # the node Folded('False')
    if force:
"""

import dataclasses
import enum
from typing import Final
from typing import Self
from typing import TypeGuard

import libcst as cst

from workarounds.retire.transform.edits import Span


class Placeholder(enum.Enum):
    """Values that are not known; an enum, so that copies are identical."""

    NON_EMPTY = 'a list that is not empty'
    UNREAD = 'a parameter of a workaround that is off'
    SOURCE_TEXT = 'the value of an inserted text'


NON_EMPTY: Final = Placeholder.NON_EMPTY
UNREAD: Final = Placeholder.UNREAD
SOURCE_TEXT: Final = Placeholder.SOURCE_TEXT


# A subclass of Name, so that LibCST accepts it wherever an operand may be.
@dataclasses.dataclass(frozen=True)
class Written(cst.Name):
    """A literal that an edit wrote."""

    def _validate(self) -> None:
        # Its text is a literal, which is not a valid name.
        super(cst.Name, self)._validate()

    def _visit_and_replace_children(self, visitor: object) -> Self:
        # LibCST would return a plain Name.
        return self


@dataclasses.dataclass(frozen=True)
class Folded(Written):
    """A folded expression; its text is that of its value.

    :param constant: the value, or a placeholder; of :data:`UNREAD` and
        :data:`SOURCE_TEXT`, not even the truth is known
    :param origin: the span of the read that it replaces, if any
    :param effects: an expression that must be evaluated before; then only the
        truth of the whole is constant
    """

    constant: object = None
    origin: Span | None = None
    effects: cst.BaseExpression | None = None

    def deep_clone(self) -> 'Folded':
        """Copy it; LibCST would make a tuple of a value that is a list."""
        return super().deep_clone().with_changes(constant=self.constant)

    @property
    def truth(self) -> bool:
        """Return whether it is true."""
        return bool(self.constant)

    @property
    def is_literal(self) -> bool:
        """Return whether its text is a literal that stands for a read."""
        return self.effects is None and not isinstance(
            self.constant, Placeholder
        )

    @property
    def is_empty(self) -> bool:
        """Return whether it is an empty list."""
        return self.constant == []

    @property
    def is_immutable(self) -> bool:
        """Return whether it may be written more than once."""
        return self.constant is None or isinstance(
            self.constant, bool | int | str
        )


def fold(
    constant: object, like: cst.BaseExpression, origin: Span | None = None
) -> Folded:
    """Return a folded node in place of an expression.

    :param like: the expression; its parentheses are kept
    """
    if constant is NON_EMPTY or constant is UNREAD:
        text = cst.Module([]).code_for_node(
            like.with_changes(lpar=(), rpar=())
        )
    else:
        text = repr(constant)
    folded = Folded(
        text, constant=constant, origin=origin, lpar=like.lpar, rpar=like.rpar
    )
    if text.startswith('-') and not like.lpar:
        return folded.with_changes(
            lpar=[cst.LeftParen()], rpar=[cst.RightParen()]
        )
    return folded


def keep_literal(node: cst.BaseExpression) -> Written:
    """Return a literal that an earlier edit wrote, so that it is found."""
    text = cst.Module([]).code_for_node(node.with_changes(lpar=(), rpar=()))
    return Written(text, lpar=node.lpar, rpar=node.rpar)


def is_constant(node: object) -> TypeGuard[Folded]:
    """Return whether a node is folded and its truth is constant."""
    return (
        isinstance(node, Folded)
        and node.constant is not UNREAD
        and node.constant is not SOURCE_TEXT
        and node.effects is None
    )


def fold_literal(node: cst.BaseExpression) -> cst.BaseExpression:
    """Fold ``True`` and ``False``, which may be folded nodes parsed again."""
    if isinstance(node, cst.Name) and node.value in ('True', 'False'):
        return fold(node.value == 'True', node)
    return node


def fold_after_effects(
    effects: cst.BaseExpression,
    constant: object,
    like: cst.BaseExpression,
    origin: Span | None,
) -> Folded:
    """Return a folded node for an expression that has effects.

    ::

        if workarounds.enabled(name := get()):    # enabled() is False
        name = get()                              # the effects

    :param like: the expression; it is kept where more than its truth counts
    """
    text = cst.Module([]).code_for_node(like.with_changes(lpar=(), rpar=()))
    return Folded(
        text,
        constant=constant,
        origin=origin,
        effects=effects,
        lpar=like.lpar,
        rpar=like.rpar,
    )


def substitute_text(text: str, like: cst.BaseExpression) -> Folded:
    """Replace an expression by a text.

    :param like: the expression; its parentheses are kept
    """
    return Folded(text, constant=SOURCE_TEXT, lpar=like.lpar, rpar=like.rpar)


def is_boolean(node: cst.BaseExpression) -> bool:
    """Return whether the value of an expression is True or False."""
    match node:
        case Folded():
            return isinstance(node.constant, bool)
        case cst.UnaryOperation():
            return isinstance(node.operator, cst.Not)
        case cst.BooleanOperation():
            return is_boolean(node.left) and is_boolean(node.right)
        case cst.Call(func=cst.Name(name)):
            return name in ('bool', 'isinstance', 'hasattr')
        case cst.Name():
            return node.value in ('True', 'False')
    return isinstance(node, cst.Comparison)
