# SPDX-License-Identifier: Apache-2.0
"""Reads that are left to a person, because a constant would be of no use.

::

    assert workarounds.enabled('x')            # would always fail
    self.assertTrue(workarounds.enabled('x'))
    @unittest.skipUnless(workarounds.enabled('x'), 'off')
    print(f'{workarounds.enabled("x")=}')      # prints the code as well
"""

import libcst as cst

from workarounds.retire.transform import conditions
from workarounds.retire.transform import lookups
from workarounds.retire.transform.edits import Span
from workarounds.retire.transform.folding import Folded

_ASSERTED = 'what it asserts is now always the same'
_PRINTED = 'it is printed as it is written'

_OF_TRUTH = ('assertTrue', 'assertFalse', 'skipIf', 'skipUnless', 'skipif')
_OF_TWO = ('assertEqual', 'assertIs', 'assertNotEqual', 'assertIsNot')


def find_kept_reads(node: cst.CSTNode) -> dict[Span, str]:
    """Return the reads in a node that are left, each with the reason.

    :param node: with folded parts
    """
    match node:
        case cst.FormattedStringExpression(equal=cst.AssignEqual()):
            return dict.fromkeys(_origins(node), _PRINTED)
        case cst.Assert() | cst.Call():
            return dict.fromkeys(_asserted(node), _ASSERTED)
    return {}


def _asserted(node: cst.Assert | cst.Call) -> list[Span]:
    """Return the reads that an assertion is all about."""
    match node:
        case cst.Assert(test=test) if _truth(test) is False:
            return _origins(test)
        case cst.Call(func=func, args=args) if args:
            name = lookups.last_name(func)
            first = args[0].value
            if name in _OF_TRUTH and _truth(first) is not None:
                return _origins(first)
            if name in _OF_TWO and all(
                _is_known(argument.value) for argument in args[:2]
            ):
                return _origins(node)
    return []


def _truth(node: cst.BaseExpression) -> bool | None:
    if not conditions.has_constant(node):
        return None
    return conditions.simplify_condition(node).truth


def _is_known(node: cst.BaseExpression) -> bool:
    return isinstance(node, Folded) or (
        isinstance(node, cst.Name) and node.value in ('True', 'False', 'None')
    )


class _OriginFinder(cst.CSTVisitor):
    def __init__(self) -> None:
        super().__init__()
        self.spans: list[Span] = []

    def visit_Folded(self, node: Folded) -> None:
        if node.origin:
            self.spans.append(node.origin)


def _origins(node: cst.CSTNode) -> list[Span]:
    finder = _OriginFinder()
    node.visit(finder)
    return finder.spans
