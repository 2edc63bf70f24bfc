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
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from typing import Final

from workarounds.retire import verify
from workarounds.retire.transform.edits import Span

#: Keywords that are not options, in calls that take options as keywords.
NO_OPTIONS: Final = ('group', 'conf', 'params', 'enforce_type')


def find_reason(
    test: ast.FunctionDef | ast.AsyncFunctionDef,
    call: ast.Call,
    settings: Mapping[Span, bool | None],
    names: Collection[str],
) -> str:
    """Return why a test is left, although it sets the other value, or ''.

    :param settings: whether each setting of the toggle in the test is to the
        permanent value; None if that is not known
    :param names: those of the workaround and of its options
    """
    if {True, False} <= set(settings.values()):
        return f'{test.name} sets both values'
    others = [span for span, is_final in settings.items() if is_final is False]
    if others and _asserts_before(test, min(others)[0]):
        return f'{test.name} asserts something before it sets the other value'
    if others and _sets_others(test, call, names):
        return f'{test.name} sets another option of that group too'
    return ''


def _asserts_before(test: ast.AST, line: int) -> bool:
    return any(
        verify.is_assertion(node) and getattr(node, 'lineno', line) < line
        for node in ast.walk(test)
    )


def _sets_others(
    test: ast.AST, call: ast.Call, names: Collection[str]
) -> bool:
    """Return whether a test makes a setting that is not of the workaround."""
    return any(
        isinstance(node, ast.Call)
        and ast.unparse(node.func) == ast.unparse(call.func)
        and _group(node) == _group(call)
        and not set(_options(node)) <= set(names)
        for node in ast.walk(test)
    )


def _options(call: ast.Call) -> Iterator[str]:
    """Yield the names in ``flags(x=1)`` or ``set_override('x', 1)``."""
    match call.args:
        case [ast.Constant(value=str(name)), *_]:
            yield name
    for keyword in call.keywords:
        if keyword.arg not in (None, *NO_OPTIONS):
            yield str(keyword.arg)


def _group(call: ast.Call) -> str:
    given = [word.value for word in call.keywords if word.arg == 'group']
    for value in (*given, *call.args[2:3]):
        return ast.unparse(value)
    return ''
