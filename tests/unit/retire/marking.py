# SPDX-License-Identifier: Apache-2.0
"""Source with parts that are settled, as names in capital letters."""

from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
from typing import Any

import libcst as cst

from workarounds.retire.transform import folding

VALUES: Mapping[str, object] = {
    'ON': True,
    'OFF': False,
    'NONE': None,
    'EMPTY': [],
    'FILLED': folding.NON_EMPTY,
    'UNASKED': folding.UNREAD,
    'THREE': 3,
    'TEXT': 'text',
}


class _Marker(cst.CSTTransformer):
    # libcst finds it by this name.
    def leave_Name(  # noqa: N802
        self, original_node: cst.Name, updated_node: cst.Name
    ) -> cst.BaseExpression:
        name = original_node.value
        if name not in VALUES:
            return updated_node
        return folding.fold(VALUES[name], updated_node, (1, 0, 1, 1))


def expression(text: str) -> Any:
    """Parse an expression."""
    return cst.parse_expression(text).visit(_Marker())


def module(text: str) -> cst.Module:
    """Parse a module."""
    return cst.parse_module(text).visit(_Marker())


def statement(text: str) -> Any:
    """Parse one statement."""
    return module(text).body[0]


def code(node: cst.CSTNode) -> str:
    """Return what is written."""
    return cst.Module([]).code_for_node(node)


@dataclasses.dataclass
class World:
    """What expressions ask: ``a`` and ``b``, and ``f()`` and ``g()``."""

    answers: Sequence[bool]
    log: list[str] = dataclasses.field(default_factory=list)

    def evaluate(self, node: cst.BaseExpression | None) -> tuple[Any, str]:
        """Evaluate an expression.

        :returns: the value, and which functions were called in which order
        """
        if node is None:
            return None, ''
        a, b, f, g = self.answers
        self.log.clear()
        names = {
            'a': a,
            'b': b,
            'f': lambda: self._called('f', f),
            'g': lambda: self._called('g', g),
        }
        value = eval(code(node), names)
        return value, ''.join(self.log)

    def _called(self, name: str, answer: bool) -> bool:
        self.log.append(name)
        return answer
