# SPDX-License-Identifier: Apache-2.0
"""Expressions whose value is settled."""

import dataclasses
import enum
from typing import Any
from typing import Final
from typing import TypeGuard

import libcst as cst


class Placeholder(enum.Enum):
    """What is held without being known; a copy of one is the same one."""

    NON_EMPTY = 'a list that is not empty'
    UNREAD = 'a parameter that nobody has a reason to ask for'
    SOURCE_TEXT = 'what the text says that is written there'


NON_EMPTY: Final = Placeholder.NON_EMPTY
UNREAD: Final = Placeholder.UNREAD
SOURCE_TEXT: Final = Placeholder.SOURCE_TEXT


# A name, so that everything takes it for one operand that it can stand for.
@dataclasses.dataclass(frozen=True)
class Folded(cst.Name):
    """An expression that has been settled; it reads as what it holds.

    :param holds: the value, or :data:`FILLED`, or :data:`UNASKED` or
        :data:`WRITTEN`, of which not even the truth is known
    :param origin: where it was read, if it is what was asked for
    :param effects: what must be evaluated before, where only its truth counts
    """

    constant: Any = None
    origin: Any = None
    effects: cst.BaseExpression | None = None

    def _validate(self) -> None:
        # Its text is a literal, which would be no name.
        super(cst.Name, self)._validate()

    def _visit_and_replace_children(self, visitor: object) -> 'Folded':
        # libcst would make a plain name of it.
        return self

    @property
    def truth(self) -> bool:
        """Whether it counts as true."""
        return bool(self.constant)

    @property
    def is_empty(self) -> bool:
        """Whether it is a list without anything in it."""
        # A copy of a tree has tuples for lists.
        return isinstance(self.constant, list | tuple) and not self.constant

    @property
    def is_immutable(self) -> bool:
        """Whether it is one object wherever it is written."""
        return self.constant is None or isinstance(
            self.constant, bool | int | str
        )


def fold(
    constant: Any, like: cst.BaseExpression, origin: object = None
) -> Folded:
    """Settle an expression.

    :param like: what stands there now; its parentheses stay
    """
    if constant is NON_EMPTY or constant is UNREAD:
        text = cst.Module([]).code_for_node(
            like.with_changes(lpar=(), rpar=())
        )
    else:
        text = repr(constant)
    if text.startswith('-') and not like.lpar:
        text = f'({text})'
    return Folded(
        text, constant=constant, origin=origin, lpar=like.lpar, rpar=like.rpar
    )


def is_constant(node: object) -> TypeGuard[Folded]:
    """Tell whether it is known at least whether an expression is true."""
    return (
        isinstance(node, Folded)
        and node.constant is not UNREAD
        and node.constant is not SOURCE_TEXT
        and node.effects is None
    )


def fold_literal(node: cst.BaseExpression) -> cst.BaseExpression:
    """Settle what was settled before its text was parsed anew."""
    if isinstance(node, cst.Name) and node.value in ('True', 'False'):
        return fold(node.value == 'True', node)
    return node


def fold_after_effects(
    effects: cst.BaseExpression,
    constant: Any,
    like: cst.BaseExpression,
    origin: object,
) -> Folded:
    """Settle the truth of an expression that is evaluated for its effects.

    :param like: what stands there now, and stays wherever more than its truth
        counts
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
    """Put a text in the place of an expression, as it is.

    :param like: what stands there now; its parentheses stay
    """
    return Folded(text, constant=SOURCE_TEXT, lpar=like.lpar, rpar=like.rpar)


def is_boolean(node: cst.BaseExpression) -> bool:
    """Tell whether an expression has no values but True and False."""
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
