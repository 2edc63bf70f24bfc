# SPDX-License-Identifier: Apache-2.0
"""Definitions whose making does something.

::

    class _Flat(Base): ...          # Base.__init_subclass__() may run
    def _key(size=read_size()): ...
"""

import ast
import builtins
import re
from typing import Final

#: What only makes a value, as far as its name tells.
_HARMLESS_CALLS: Final = re.compile(
    r'cfg\.\w+|frozenset|logging\.getLogger|re\.compile|set|tuple'
)
_HARMLESS_DECORATORS = ('staticmethod', 'classmethod', 'property')
_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def find_effect(node: _Definition) -> str:
    """Return why making a function or class may do something, or ''."""
    for decorator in map(ast.unparse, node.decorator_list):
        if decorator not in _HARMLESS_DECORATORS:
            return f'it is decorated with {decorator}'
    if isinstance(node, ast.ClassDef):
        return _effect_of_class(node)
    arguments = node.args
    for default in (*arguments.defaults, *arguments.kw_defaults):
        if default is not None and not _is_plain(default):
            return f'{ast.unparse(default)} is called when it is made'
    return ''


def _effect_of_class(node: ast.ClassDef) -> str:
    for base in (*node.bases, *(word.value for word in node.keywords)):
        name = ast.unparse(base)
        if not isinstance(getattr(builtins, name, None), type):
            return f'{name} may do something when it is made'
    for statement in node.body:
        if not is_harmless(statement):
            first = ast.unparse(statement).partition('\n')[0]
            return f'{first} runs when it is made'
    return ''


def is_harmless(statement: ast.stmt) -> bool:
    """Return whether a statement of a class or module only defines a name."""
    match statement:
        case ast.Pass() | ast.Import() | ast.ImportFrom():
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return not find_effect(statement)
        case ast.Assign(targets=[ast.Name()], value=value):
            return _is_plain(value)
        case ast.AnnAssign(target=ast.Name(), value=value):
            return value is None or _is_plain(value)
    return False


def _is_plain(node: ast.expr) -> bool:
    """Return whether an expression calls nothing that may do something."""
    return not any(
        isinstance(part, ast.Await | ast.NamedExpr)
        or (
            isinstance(part, ast.Call)
            and not _HARMLESS_CALLS.fullmatch(ast.unparse(part.func))
        )
        for part in ast.walk(node)
    )
