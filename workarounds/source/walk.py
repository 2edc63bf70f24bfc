# SPDX-License-Identifier: Apache-2.0
"""One walk through the relevant parts of a module."""

import ast
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
import dataclasses

from workarounds.source import scopes
from workarounds.source import tree
from workarounds.source.scopes import Comprehension
from workarounds.source.scopes import Function
from workarounds.source.scopes import Owner
from workarounds.source.scopes import Scope
from workarounds.source.tree import LineSet


@dataclasses.dataclass(frozen=True, slots=True)
class Context:
    """The context in which a node is evaluated.

    :param is_import_time: evaluated when the module is imported
    :param function: the first and last line of the outermost function
    """

    scope: Scope
    is_import_time: bool = True
    function: tuple[int, int] | None = None

    def enter(self, owner: Owner) -> 'Context':
        """Return the context inside a class, function or comprehension."""
        scope = self.scope.child(owner)
        if not isinstance(owner, Function | ast.Lambda):
            return dataclasses.replace(self, scope=scope)
        function = self.function
        if function is None and not isinstance(owner, ast.Lambda):
            function = tree.first_line(owner), owner.end_lineno or 0
        return Context(scope, is_import_time=False, function=function)


#: Is called with a node. Returns None if it does not recognise it, or else
#: the parts of it that are still to be visited.
Recogniser = Callable[[ast.AST, Context], Iterable[ast.AST] | None]


def walk(module: Scope, lines: LineSet, recognise: Recogniser) -> None:
    """Call a function with every relevant node, outer nodes first.

    :param lines: a function that is on none of these lines is skipped, and
        so is any other statement outside of functions
    """
    stack: list[tuple[ast.AST, Context]] = [(module.owner, Context(module))]
    while stack:
        node, context = stack.pop()
        if isinstance(node, scopes.LEAVES) and not isinstance(
            node, ast.Constant
        ):
            continue
        if (
            context.function is None
            and isinstance(node, ast.stmt)
            and not lines.touches(node)
        ):
            continue
        rest = recognise(node, context)
        if isinstance(node, ast.Name | ast.Constant):
            continue
        parts = (
            _children(node, context)
            if rest is None
            else ((part, context) for part in rest)
        )
        # The last one is popped first.
        stack += reversed(list(parts))


def _children(
    node: ast.AST, context: Context
) -> Iterator[tuple[ast.AST, Context]]:
    match node:
        case ast.ClassDef() | ast.Lambda():
            yield from _definition_parts(node, context)
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from _definition_parts(node, context)
        case (
            ast.ListComp()
            | ast.SetComp()
            | ast.DictComp()
            | ast.GeneratorExp()
        ):
            yield from _comprehension_parts(node, context)
        case ast.If() if _is_script(node.test):
            script = dataclasses.replace(context, is_import_time=False)
            yield from ((part, script) for part in node.body)
            yield from ((part, context) for part in node.orelse)
        case _:
            for part in ast.iter_child_nodes(node):
                yield part, context


def _definition_parts(
    node: ast.ClassDef | Function | ast.Lambda, context: Context
) -> Iterator[tuple[ast.AST, Context]]:
    for part in scopes.outer_parts(node):
        yield part, context
    body = [node.body] if isinstance(node, ast.Lambda) else node.body
    inside = context.enter(node)
    for part in body:
        yield part, inside


def _comprehension_parts(
    node: Comprehension, context: Context
) -> Iterator[tuple[ast.AST, Context]]:
    inside = context.enter(node)
    for part in ast.iter_child_nodes(node):
        if not isinstance(part, ast.comprehension):
            yield part, inside
    for number, part in enumerate(node.generators):
        yield part.target, inside
        # The first iterable is evaluated in the enclosing scope.
        yield part.iter, inside if number else context
        for test in part.ifs:
            yield test, inside


def _is_script(test: ast.expr) -> bool:
    """Return whether a test is ``__name__ == '__main__'``."""
    match test:
        case ast.Compare(
            left=ast.Name(id='__name__'), comparators=[ast.Constant()]
        ):
            return True
    return False
