# SPDX-License-Identifier: Apache-2.0
"""What a change left without a statement, and nothing removed.

::

    def test_on(workaround):             def test_on():
        workaround('flush', False)           pass

    for disk in find_disks():            for disk in find_disks():
        if workarounds.enabled('x'):         pass
            disk.flush()
"""

import ast
from collections import Counter
from collections.abc import Iterator

from workarounds.retire.session import Session
from workarounds.source import tree as source_tree
from workarounds.source.index import SourceIndex
from workarounds.source.scopes import Function

_Statement = (
    Function
    | ast.ClassDef
    | ast.For
    | ast.AsyncFor
    | ast.While
    | ast.With
    | ast.AsyncWith
)
#: A statement, and its first line, which it has in all versions of a file.
_Emptied = tuple[str, _Statement]


def report_emptied_bodies(session: Session) -> None:
    """Report functions, loops and so on that a change emptied."""
    for path in sorted(session.originals):
        after = session.project.index(path)
        known = Counter(head for head, _ in _empty(session.original(path)))
        reported = {
            report.line_in(after.data)
            for report in session.reports
            if report.path == path and not report.is_change
        }
        for head, node in _empty(after):
            if known[head]:
                known[head] -= 1
            elif node.lineno not in reported:
                name = getattr(node, 'name', 'the body of this statement')
                is_test = name.startswith('test') and session.project.is_test(
                    path
                )
                code = 'WA306' if is_test else 'WA316'
                session.report(code, path, node.lineno, f'{name} is empty now')


def _empty(index: SourceIndex) -> Iterator[_Emptied]:
    for node in source_tree.walk_statements(index.tree):
        if not isinstance(node, _Statement):
            continue
        body = node.body
        if isinstance(node, Function | ast.ClassDef):
            body = body[ast.get_docstring(node) is not None :]
        if all(isinstance(statement, ast.Pass) for statement in body):
            yield index.source.stripped_line(node.lineno), node
