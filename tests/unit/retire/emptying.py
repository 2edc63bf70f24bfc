# SPDX-License-Identifier: Apache-2.0
"""Statements of which bodies have been emptied: those that say ``gone``."""

from typing import Any

import libcst as cst

from tests.unit.retire import marking
from workarounds.retire.transform.bodies import Replacement


class _Emptier(cst.CSTTransformer):
    # libcst finds it by this name.
    def leave_IndentedBlock(  # noqa: N802
        self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock
    ) -> cst.IndentedBlock:
        match updated_node.body:
            case [
                cst.SimpleStatementLine(body=[cst.Expr(cst.Name('gone'))]),
                *_,
            ]:
                return updated_node.with_changes(body=())
        return updated_node


def statement(text: str) -> Any:
    """Parse a statement; bodies that begin with ``gone`` are emptied."""
    # The lines above the first one would belong to the module.
    return marking.module(f'x\n{text}').body[1].visit(_Emptier())


def text_of(left: Replacement | None) -> str | None:
    """Return what is left of a statement, with the comments behind it."""
    if left is None:
        return None
    if not left.statements and not left.footer:
        return ''
    return cst.Module(left.statements, footer=left.footer).code
