# SPDX-License-Identifier: Apache-2.0
"""Imports and variables that a change makes unused.

::

    import os                # removed if nothing uses it
    a = f()                  f()
    nonlocal a               # removed if nothing assigns it
    except OSError as e:     except OSError:

Some imports do something else than bind a name, and stay::

    try:
        import rbd           # its failure is caught
    except ImportError:
        HAS_RBD = False
    import os as os          # for other modules
    import sys  # noqa: F401
"""

import ast
from collections import Counter
from collections.abc import Collection
from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Iterator
import re
from typing import Final

from workarounds.retire.transform.edits import Edits
from workarounds.source import tree as source_tree
from workarounds.source.index import SourceIndex
from workarounds.source.scopes import Function
from workarounds.source.variables import find_variables
from workarounds.source.variables import Variable

#: A comment that keeps linters from reporting an unused import.
_NOQA: Final = re.compile(r'#\s*noqa(?!\s*:(?!.*\bF401\b))', re.IGNORECASE)
#: What is unused: what identifies it in all versions of a file, the variable,
#: and the nodes that bind it.
_Unused = tuple[Hashable, Variable, Collection[ast.AST]]


def find_unused(before: SourceIndex, after: SourceIndex) -> Edits:
    """Return edits of the new text that remove what a change makes unused."""
    edits = Edits()
    known = Counter(key for key, _, _ in before.derive(_list_unused))
    for key, variable, nodes in after.derive(_list_unused):
        if known[key]:
            known[key] -= 1
        else:
            _remove(after, variable, nodes, edits)
    return edits


def _list_unused(index: SourceIndex) -> list[_Unused]:
    variables = find_variables(index)
    unused: list[_Unused] = []
    for variable in variables:
        bindings = variable.bindings
        nodes = [binding.node for binding in bindings]
        is_free = not variable.reads and not variable.scope.is_class
        is_import = all(binding.kind == 'import' for binding in bindings)
        is_local = isinstance(variable.scope.owner, Function)
        if is_free and nodes and (is_import or is_local):
            if not variables.is_inspected(variable.scope):
                unused.append((variable.key, variable, nodes))
        else:
            unused += (
                ((variable.key, 'except'), variable, [handler])
                for handler in _unused_handlers(variable)
            )
    for variable, node in variables.useless_declarations:
        if len(node.names) == 1:
            unused.append(((variable.name, 'declared'), variable, [node]))
    return unused


def _unused_handlers(variable: Variable) -> Iterator[ast.ExceptHandler]:
    """Yield the handlers whose error nothing reads.

    The lambda reads it while the handler runs, and the last line is an error
    after it has run::

        except ValueError as error:
            call(lambda: error)
        print(error)
    """
    handlers = [
        binding.node
        for binding in variable.bindings
        if isinstance(binding.node, ast.ExceptHandler)
    ]
    inside = {handler: set(ast.walk(handler)) for handler in handlers}
    for handler in handlers:
        # Those of the same scope: each has the error that it catches.
        others = set().union(*(inside[other] for other in handlers))
        others -= inside[handler]
        if all(
            read.scope is variable.scope and read.node in others
            for read in variable.reads
        ):
            yield handler


def _remove(
    index: SourceIndex,
    variable: Variable,
    nodes: Iterable[ast.AST],
    edits: Edits,
) -> None:
    """Remove an import, an assignment, or the name after ``as``."""
    values = []
    edits.unused |= dict.fromkeys(
        (getattr(node, 'lineno', 0) for node in nodes), variable.name
    )
    for node in nodes:
        match node:
            case ast.ImportFrom(module='__future__'):
                continue
            case ast.Import() | ast.ImportFrom() if not _is_kept(index, node):
                edits.removed_imports |= {
                    (node.lineno, alias.asname or alias.name)
                    for alias in node.names
                    if variable.name
                    == (alias.asname or alias.name.partition('.')[0])
                }
            case ast.ExceptHandler():
                edits.removed_as_names.add((node.lineno, node.col_offset))
            case ast.Global() | ast.Nonlocal():
                edits.removed_statements.add((node.lineno, node.col_offset))
            case ast.NamedExpr():
                edits.removed_walruses.add(index.source.place(node).span)
            case ast.expr():
                values.append(node)
    for node in ast.walk(variable.scope.owner) if values else ():
        match node:
            case (
                ast.Assign(targets=[ast.Name()], value=value)
                | ast.AnnAssign(value=ast.expr() as value)
            ) if value in values:
                edits.removed_assignments.add((node.lineno, node.col_offset))
            case ast.withitem(optional_vars=ast.Name() as name) if (
                name in values
            ):
                item = node.context_expr
                edits.removed_as_names.add((item.lineno, item.col_offset))


def _is_kept(index: SourceIndex, statement: ast.stmt) -> bool:
    """Return whether an import stays if nothing uses its name."""
    line = statement.lineno
    for node in source_tree.walk_statements(index.tree):
        match node:
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                if node.lineno == line and any(
                    alias.name == alias.asname for alias in names
                ):
                    return True
            case ast.Try(handlers=[_, *_]) | ast.TryStar() | ast.With():
                first, last = node.body[0], node.body[-1]
                if first.lineno <= line <= (last.end_lineno or line):
                    return True
    return bool(_NOQA.search(index.source.lines[line - 1]))
