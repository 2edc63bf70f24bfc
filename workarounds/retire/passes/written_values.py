# SPDX-License-Identifier: Apache-2.0
"""Constants that were written where their value may matter.

::

    disk.open(sync=on())       disk.open(sync=False)
    {'sync': on()}             {'sync': False}
    deep = disk.deep or on()   deep = disk.deep or False
"""

import ast
from collections.abc import Collection
from collections.abc import Iterator
from typing import Final

from workarounds.retire.passes import constant_functions
from workarounds.retire.session import Session
from workarounds.retire.transform.edits import Span
from workarounds.source.index import SourceIndex

#: Functions that do not keep what they are given.
_READERS: Final = (
    *('all', 'any', 'dict', 'frozenset', 'len', 'list', 'max', 'min', 'set'),
    *('sorted', 'sum', 'tuple'),
)
_READING: Final = (
    ast.Compare,
    ast.For,
    ast.Starred,
    ast.Subscript,
    ast.comprehension,
)
_FOLLOWED = (ast.Return, ast.Assign, ast.AnnAssign)


def report_written_values(session: Session) -> None:
    """Report each line with a constant that nothing was simplified by."""
    for path, spans in sorted(session.written.items()):
        index = session.project.index(path)
        followed = [
            range(constant.line, constant.last_line + 1)
            for constant in constant_functions.find_constants(
                session.original(path), index
            )
        ]
        reported = {
            report.line_in(index.data)
            for report in session.reports
            if report.path == path and not report.is_change
        }
        for node, parent in _literals(index, spans):
            line = node.lineno
            is_followed = isinstance(parent, _FOLLOWED) and any(
                line in lines for lines in followed
            )
            is_endless = isinstance(parent, ast.While) and parent.test is node
            text = cure = ''
            if _is_answer(node) and not is_followed and not is_endless:
                text = 'is written here, where its value may matter'
            elif _is_filled(node) and not _is_only_read(node, parent):
                text = 'is made anew here each time, and was one object'
                cure = 'see whether anything changes it'
            if text and line not in reported:
                reported.add(line)
                text = f'{ast.unparse(node)} {text}'
                session.report('WA314', path, line, text, cure)


def _literals(
    index: SourceIndex, spans: Collection[Span]
) -> Iterator[tuple[ast.expr, ast.AST]]:
    """Yield the expressions at some places, each with its parent."""
    lines = {span[0] for span in spans}
    for parent in ast.walk(index.tree) if spans else ():
        for node in ast.iter_child_nodes(parent):
            if (
                isinstance(node, ast.expr)
                and node.lineno in lines
                and index.source.place(node).span in spans
            ):
                yield node, parent


def _is_filled(node: ast.expr) -> bool:
    """Return whether a literal makes an object that can be changed."""
    match node:
        case ast.List(elts=[_, *_]) | ast.Dict(keys=[_, *_]) | ast.Set():
            return True
    return False


def _is_only_read(node: ast.expr, parent: ast.AST) -> bool:
    """Return whether the literal is gone after what it is a part of."""
    match parent:
        case ast.Call(func=ast.Name(id=name)):
            return name in _READERS
        case ast.Call(func=ast.Attribute(value=ast.Constant())):
            return True
    return isinstance(parent, _READING)


def _is_answer(node: ast.expr) -> bool:
    """Return whether a literal is a truth, or empty: not a number, say."""
    match node:
        case ast.Constant(value=None | bool()):
            return True
        case ast.Call():
            return True
        case ast.List(elts=[]) | ast.Dict(keys=[]):
            return True
    return False
