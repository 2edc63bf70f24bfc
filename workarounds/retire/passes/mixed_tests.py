# SPDX-License-Identifier: Apache-2.0
"""Tests that are about both values of a toggle.

::

    def test_both(self):
        self.flags(flush=False, group='workarounds')
        self.assertFalse(copy())
        self.flags(flush=True, group='workarounds')
        self.assertTrue(copy())
"""

import ast
from collections.abc import Mapping

from workarounds.retire import verify
from workarounds.retire.transform.edits import Span


def find_reason(
    test: ast.FunctionDef | ast.AsyncFunctionDef,
    settings: Mapping[Span, bool | None],
) -> str:
    """Return why a test is left, although it sets the other value, or ''.

    :param settings: whether each setting of the toggle in the test is to the
        permanent value; None if that is not known
    """
    if {True, False} <= set(settings.values()):
        return f'{test.name} sets both values'
    others = [span for span, is_final in settings.items() if is_final is False]
    if others and _asserts_before(test, min(others)[0]):
        return f'{test.name} asserts something before it sets the other value'
    return ''


def _asserts_before(test: ast.AST, line: int) -> bool:
    return any(
        verify.is_assertion(node) and getattr(node, 'lineno', line) < line
        for node in ast.walk(test)
    )
