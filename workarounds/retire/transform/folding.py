# SPDX-License-Identifier: Apache-2.0
"""Expressions whose value is settled."""

import dataclasses
import enum
from typing import Any
from typing import Final
from typing import TypeGuard

import libcst as cst


class Unknown(enum.Enum):
    """What is held without being known; a copy of one is the same one."""

    FILLED = 'a list that is not empty'
    UNASKED = 'a parameter that nobody has a reason to ask for'
    WRITTEN = 'what the text says that is written there'


FILLED: Final = Unknown.FILLED
UNASKED: Final = Unknown.UNASKED
WRITTEN: Final = Unknown.WRITTEN


# A name, so that everything takes it for one operand that it can stand for.
@dataclasses.dataclass(frozen=True)
class Known(cst.Name):
    """An expression that has been settled; it reads as what it holds.

    :param holds: the value, or :data:`FILLED`, or :data:`UNASKED` or
        :data:`WRITTEN`, of which not even the truth is known
    :param origin: where it was read, if it is what was asked for
    :param effects: what must be evaluated before, where only its truth counts
    """

    holds: Any = None
    origin: Any = None
    effects: cst.BaseExpression | None = None

    def _validate(self) -> None:
        # Its text is a literal, which would be no name.
        super(cst.Name, self)._validate()

    def _visit_and_replace_children(self, visitor: object) -> 'Known':
        # libcst would make a plain name of it.
        return self

    @property
    def truth(self) -> bool:
        """Whether it counts as true."""
        return bool(self.holds)

    @property
    def is_empty(self) -> bool:
        """Whether it is a list without anything in it."""
        # A copy of a tree has tuples for lists.
        return isinstance(self.holds, list | tuple) and not self.holds

    @property
    def is_plain(self) -> bool:
        """Whether it is one object wherever it is written."""
        return self.holds is None or isinstance(self.holds, bool | int | str)


def known(
    holds: Any, like: cst.BaseExpression, origin: object = None
) -> Known:
    """Settle an expression.

    :param like: what stands there now; its parentheses stay
    """
    if holds is FILLED or holds is UNASKED:
        text = cst.Module([]).code_for_node(
            like.with_changes(lpar=(), rpar=())
        )
    else:
        text = repr(holds)
    if text.startswith('-') and not like.lpar:
        text = f'({text})'
    return Known(
        text, holds=holds, origin=origin, lpar=like.lpar, rpar=like.rpar
    )


def is_settled(node: object) -> TypeGuard[Known]:
    """Tell whether it is known at least whether an expression is true."""
    return (
        isinstance(node, Known)
        and node.holds is not UNASKED
        and node.holds is not WRITTEN
        and node.effects is None
    )


def literal(node: cst.BaseExpression) -> cst.BaseExpression:
    """Settle what was settled before its text was parsed anew."""
    if isinstance(node, cst.Name) and node.value in ('True', 'False'):
        return known(node.value == 'True', node)
    return node


def after(
    effects: cst.BaseExpression,
    holds: Any,
    like: cst.BaseExpression,
    origin: object,
) -> Known:
    """Settle the truth of an expression that is evaluated for its effects.

    :param like: what stands there now, and stays wherever more than its truth
        counts
    """
    text = cst.Module([]).code_for_node(like.with_changes(lpar=(), rpar=()))
    return Known(
        text,
        holds=holds,
        origin=origin,
        effects=effects,
        lpar=like.lpar,
        rpar=like.rpar,
    )


def written(text: str, like: cst.BaseExpression) -> Known:
    """Put a text in the place of an expression, as it is.

    :param like: what stands there now; its parentheses stay
    """
    return Known(text, holds=WRITTEN, lpar=like.lpar, rpar=like.rpar)


def is_boolean(node: cst.BaseExpression) -> bool:
    """Tell whether an expression has no values but True and False."""
    match node:
        case Known():
            return isinstance(node.holds, bool)
        case cst.UnaryOperation():
            return isinstance(node.operator, cst.Not)
        case cst.BooleanOperation():
            return is_boolean(node.left) and is_boolean(node.right)
        case cst.Call(func=cst.Name(name)):
            return name in ('bool', 'isinstance', 'hasattr')
        case cst.Name():
            return node.value in ('True', 'False')
    return isinstance(node, cst.Comparison)
