# SPDX-License-Identifier: Apache-2.0
"""Uses of a declaration that a tombstone cannot stand for.

::

    FSYNC = workarounds.Workaround(name='fsync', summary='...', ...)
    print(FSYNC.summary)
"""

import ast
from collections.abc import Iterator
from typing import Final

from workarounds.declarations.declaration import Workaround
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.retire.name_uses import Project
from workarounds.source.references import SourceRange
from workarounds.source.text import UnreadableError

_LOST: Final = frozenset(
    {*dir(Workaround), *Workaround.__annotations__}
    - {*dir(RemovedWorkaround), *RemovedWorkaround.__annotations__}
)


def find_lost_attribute(project: Project, place: SourceRange) -> str:
    """Return an attribute that a tombstone lacks, and its place, or ''.

    :param place: of the declaration
    """
    for name in _bound_names(project, place):
        for path in dict.fromkeys(
            use.place.path for use in project.find_uses(name)
        ):
            for node in _nodes(project, path):
                if (
                    isinstance(node, ast.Attribute)
                    and name
                    in (
                        getattr(node.value, 'id', ''),
                        getattr(node.value, 'attr', ''),
                    )
                    and node.attr in _LOST
                ):
                    return f'{path}:{node.lineno} reads its {node.attr}'
    return ''


def _bound_names(project: Project, place: SourceRange) -> Iterator[str]:
    """Yield the names that a declaration is bound to."""
    for node in _nodes(project, place.path):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if (
                value.lineno == place.line
            ):
                yield name


def _nodes(project: Project, path: str) -> Iterator[ast.AST]:
    try:
        yield from ast.walk(project.index(path).tree)
    except UnreadableError:
        return
