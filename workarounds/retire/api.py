# SPDX-License-Identifier: Apache-2.0
"""The plan of a retirement from paths, for Python programs."""

from collections.abc import Sequence

from workarounds import exceptions
from workarounds.audit import scanner
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.declarations import releases
from workarounds.declarations.registry import Registry
from workarounds.retire import planner
from workarounds.retire import project_files
from workarounds.retire.planner import Plan
from workarounds.retire.request import Request
from workarounds.source import projects
from workarounds.source.index import IndexCache


def plan(
    name: str,
    paths: Sequence[str],
    *,
    registry: Registry | None = None,
    keep_behaviour: bool = False,
    removed_in: str | None = None,
    reason: str = '',
) -> Plan:
    """Plan the removal of a workaround. Nothing is written.

    For example::

        plan = retire.plan('flush_images', ['images'])
        for edit in plan.edits:
            print(edit.path, edit.line, edit.reason)

    :param name: the workaround, or one of its current or former options
    :param paths: files, and directories with everything below them
    :param registry: declarations outside of the paths
    :param keep_behaviour: whether the code becomes what it is with the
        workaround on, not off
    :param removed_in: the first release without it. By default, the one that
        the version of the project leads to
    :param reason: why it can be removed. By default, its fix
    :raises workarounds.exceptions.UnknownWorkaroundError: no declaration has
        the name
    :raises workarounds.exceptions.SourceError: a path does not exist, a file
        changed meanwhile, or the version of the project is not known
    """
    indexes = IndexCache()
    result = scanner.scan(paths, registry, indexes=indexes)
    declaration = result.declarations.require(name)
    if declaration.place is None or declaration.removed_in is not None:
        removed_in = None
    elif removed_in is None:
        removed_in = _next_release(declaration, paths)
    request = Request(declaration, keep_behaviour, removed_in, reason)
    project = project_files.find_project(paths, indexes)
    return planner.plan(request, result, project)


def _next_release(declaration: DeclarationInfo, paths: Sequence[str]) -> str:
    versions = projects.find_versions(paths)
    if len(versions) != 1 or not releases.is_version(versions[0].text):
        raise exceptions.SourceError(
            f'the release that removes {declaration.name} is not known: no '
            f'version, or several, beside or above the paths; give removed_in'
        )
    is_stable = projects.is_stable_branch(paths)
    return releases.release_under_development(
        versions[0].text, is_stable=is_stable
    )
