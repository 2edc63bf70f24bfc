# SPDX-License-Identifier: Apache-2.0
"""Simplification of comprehensions by their constant parts."""

import libcst as cst

from workarounds.retire.transform import conditions
from workarounds.retire.transform import folding
from workarounds.retire.transform import parentheses
from workarounds.retire.transform import purity
from workarounds.retire.transform.folding import Folded

_COLLECTIONS = (Folded, cst.Dict, cst.List, cst.Set, cst.Tuple)


class ComprehensionFolder(cst.CSTTransformer):
    """Simplifies comprehensions, whose parts are simplified already."""

    def leave_CompFor(
        self, original_node: cst.CompFor, updated_node: cst.CompFor
    ) -> cst.CompFor:
        """Drop true conditions, and simplify the others.

        ::

            [a for a in b if True if c or False]    [a for a in b if c]
        """
        if not any(
            conditions.has_constant(condition_if.test)
            for condition_if in updated_node.ifs
        ):
            return updated_node
        ifs: list[cst.CompIf] = []
        for condition_if in updated_node.ifs:
            if not conditions.has_constant(condition_if.test):
                ifs.append(condition_if)
                continue
            condition = conditions.simplify_condition(condition_if.test)
            if condition.truth is None:
                ifs.append(
                    parentheses.with_field(
                        condition_if, 'test', condition.undecided
                    )
                )
            elif not condition.is_constant:
                test = conditions.write_condition(condition_if.test, condition)
                ifs.append(parentheses.with_field(condition_if, 'test', test))
            elif not condition.truth:
                never = folding.fold(False, condition_if.test)
                ifs.append(condition_if.with_changes(test=never))
        return updated_node.with_changes(ifs=ifs)

    def leave_ListComp(
        self, original_node: cst.ListComp, updated_node: cst.ListComp
    ) -> cst.BaseExpression:
        """Fold an empty list: ``[a for a in (b, c) if False]`` is ``[]``."""
        if _yields_nothing(updated_node.for_in):
            return parentheses.fold([], updated_node)
        return updated_node

    def leave_SetComp(
        self, original_node: cst.SetComp, updated_node: cst.SetComp
    ) -> cst.BaseExpression:
        """Fold an empty set: ``{a for a in (b,) if False}`` is ``set()``."""
        if _yields_nothing(updated_node.for_in):
            return parentheses.fold(set(), updated_node)
        return updated_node

    def leave_DictComp(
        self, original_node: cst.DictComp, updated_node: cst.DictComp
    ) -> cst.BaseExpression:
        """Fold an empty dict: ``{a: 1 for a in [b] if False}`` is ``{}``."""
        if _yields_nothing(updated_node.for_in):
            return parentheses.fold({}, updated_node)
        return updated_node


def _yields_nothing(loop: cst.CompFor) -> bool:
    """Return whether a comprehension yields nothing, without effects.

    ``[a for a in b if False]`` takes all from ``b``, which may be a generator.
    """
    if loop.asynchronous or not isinstance(loop.iter, _COLLECTIONS):
        return False
    if not purity.is_pure(loop.iter):
        return False
    if isinstance(loop.iter, Folded) and loop.iter.is_empty:
        return True
    for condition_if in loop.ifs:
        if (
            folding.is_constant(condition_if.test)
            and not condition_if.test.truth
        ):
            return True
        if not purity.is_pure(condition_if.test):
            return False
    inner = loop.inner_for_in
    return inner is not None and _yields_nothing(inner)
