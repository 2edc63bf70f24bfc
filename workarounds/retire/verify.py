# SPDX-License-Identifier: Apache-2.0
"""The last word on a rewrite: whatever it changed must have an explanation.

It compares texts, and does not know which pass made an edit, so that no edit
can pass it by. For example, each of these is refused::

    yield disk             # the only one of its function
    import json            # another module uses app.json
    assert on() or fast()  # in a test, with on() always true
"""

import ast
from collections import Counter
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import sys

from workarounds.retire import imported_names
from workarounds.retire import scope_checks
from workarounds.retire.name_uses import Project
from workarounds.retire.transform.edits import Edits
from workarounds.retire.transform.edits import Span
from workarounds.source import names as source_names
from workarounds.source import projects
from workarounds.source import scopes
from workarounds.source.index import Definition
from workarounds.source.index import SourceIndex
from workarounds.source.references import Reference


@dataclasses.dataclass(frozen=True)
class Problem:
    """A change that a rewrite must not make.

    :param first_line: of the code that it comes from, before the change
    :param last_line: likewise
    :param reason: a clause
    """

    path: str
    first_line: int
    last_line: int
    reason: str


#: A read or setting, by what does not change with the lines above it: its
#: file, kind and line.
ReadKey = tuple[str, str, str]


def find_problems(
    before: SourceIndex, after: SourceIndex
) -> Iterator[Problem]:
    """Yield the problems that the two versions of one file show."""
    path = before.source.path
    problems = [
        Problem(path, change.first_line, change.last_line, change.reason)
        for change in scope_checks.find_scope_changes(before, after)
    ]
    if projects.is_test(path):
        problems += _find_lost_assertions(before, after)
    yield from problems
    if not problems:
        # Otherwise the name may be one of a function that stays as it is.
        for name in scope_checks.find_undefined(before, after):
            yield Problem(path, 1, sys.maxsize, f'{name!r} would be undefined')


def find_refused(
    before: SourceIndex, after: SourceIndex, edits: Edits
) -> dict[Span, str]:
    """Return the expressions whose folding has unintended effects.

    :raises ValueError: an edit that is not a folding has such an effect
    """
    refused: dict[Span, str] = {}
    for problem in find_problems(before, after):
        spans = [
            span
            for span in edits.constants
            if problem.first_line <= span[0] <= problem.last_line
        ]
        if not spans:
            raise ValueError(problem.reason)
        refused |= dict.fromkeys(spans, problem.reason)
    return refused


def find_lost_names(
    before: SourceIndex,
    after: SourceIndex,
    project: Project,
    identifiers: Collection[str],
) -> Iterator[Problem]:
    """Yield the problems that others have with what a file defines no more.

    :param project: all files as they are now
    :param identifiers: the names of the workaround; constants with one of
        these values need no explanation
    """
    path = before.source.path
    remaining = set(_bound_names(after))
    for name, node in _bound_names(before).items():
        if name in remaining:
            continue
        reason = ''
        user = imported_names.find_user(project, path, name)
        if user is not None:
            reason = f'{user.place} uses {name}, which would be gone'
        elif _is_public_definition(path, name, node, identifiers):
            reason = f'{name} is public, and would be gone'
        if reason:
            last = node.end_lineno or node.lineno
            yield Problem(path, node.lineno, last, reason)


def key_of(reference: Reference) -> ReadKey:
    """Return what identifies a read or setting in all versions of a file."""
    return reference.place.path, reference.kind, reference.text


def blame(
    problems: Iterable[Problem], references: Sequence[Reference]
) -> dict[ReadKey, str]:
    """Return the reads and settings that caused problems, with the reasons.

    Those in the same function, else in the same file, else all.

    :param references: the reads and settings that may be the cause
    """
    blamed: dict[ReadKey, str] = {}
    for problem in problems:
        in_file = [
            reference
            for reference in references
            if reference.place.path == problem.path
        ]
        near = [
            reference
            for reference in in_file
            if problem.first_line <= reference.place.line <= problem.last_line
        ]
        for reference in near or in_file or references:
            blamed[key_of(reference)] = problem.reason
    return blamed


def _bound_names(index: SourceIndex) -> Mapping[str, ast.stmt]:
    """Return the names that a module binds in any case, with the statement."""
    return {
        name: node
        for node in index.tree.body
        for name, _ in scopes.bindings_of(node)
    }


def _is_public_definition(
    path: str, name: str, node: ast.stmt, identifiers: Collection[str]
) -> bool:
    if name.startswith('_') or isinstance(node, ast.Import | ast.ImportFrom):
        return False
    if isinstance(node, ast.Assign | ast.AnnAssign):
        value = getattr(node.value, 'value', None)
        return not (isinstance(value, str) and value in identifiers)
    return not (projects.is_test(path) and name.lower().startswith('test'))


def _find_lost_assertions(
    before: SourceIndex, after: SourceIndex
) -> Iterator[Problem]:
    """Yield the functions of a test module that would assert less."""
    new: Counter[tuple[str, ...]] = Counter()
    for definition in after.definitions_outside(before.function_texts):
        new[definition.path] += _count_assertions(definition)
    for definition in before.definitions_outside(after.function_texts):
        path, node = definition.path, definition.node
        if path in new and new[path] < _count_assertions(definition):
            yield Problem(
                before.source.path,
                node.lineno,
                node.end_lineno or node.lineno,
                f'{node.name} would assert less',
            )


def _count_assertions(definition: Definition) -> int:
    """Count the assertions of a function; a class has none of its own."""
    if isinstance(definition.node, ast.ClassDef):
        return 0
    return sum(map(is_assertion, ast.walk(definition.node)))


def is_assertion(node: ast.AST) -> bool:
    """Return whether a node is an assertion that depends on anything.

    ``self.assertFalse(False)`` does not.
    """
    match node:
        case ast.Assert(test=test):
            return not isinstance(test, ast.Constant)
        case ast.Call(func=function, args=args) if (
            source_names.last_identifier(function).startswith('assert')
        ):
            is_of_mock = (
                isinstance(function, ast.Attribute)
                and getattr(function.value, 'id', '') != 'self'
            )
            return is_of_mock or not all(
                isinstance(arg, ast.Constant) for arg in args
            )
    return False
