# SPDX-License-Identifier: Apache-2.0
"""Tests that did nothing but set the removed workaround."""

import ast
from collections.abc import Iterator

from workarounds.retire.session import Session
from workarounds.source.index import SourceIndex
from workarounds.source.scopes import Function


def report_emptied_tests(session: Session) -> None:
    """Report tests that a change left without a statement."""
    for path in sorted(session.originals):
        if not session.project.is_test(path):
            continue
        before, after = session.original(path), session.project.index(path)
        for name, line in _find_emptied(before, after):
            session.report('WA306', path, line, f'{name} is empty now')


def _find_emptied(
    before: SourceIndex, after: SourceIndex
) -> Iterator[tuple[str, int]]:
    """Yield the tests that a change emptied, each with its line.

    ::

        def test_on(workaround):             def test_on():
            workaround('flush', False)           pass
    """
    empty_before = {name for name, _ in _empty_tests(before)}
    for name, line in _empty_tests(after):
        if name not in empty_before:
            yield name, line


def _empty_tests(index: SourceIndex) -> Iterator[tuple[str, int]]:
    for definition in index.definitions:
        node = definition.node
        if isinstance(node, Function) and node.name.startswith('test'):
            body = node.body[ast.get_docstring(node) is not None :]
            if all(isinstance(statement, ast.Pass) for statement in body):
                yield node.name, node.lineno
