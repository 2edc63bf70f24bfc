# SPDX-License-Identifier: Apache-2.0
"""Names that nothing uses any more are removed, then what they used.

::

    import os                          # removed

    def convert(image):                def convert(image):
        if workarounds.enabled('x'):       write(image)
            os.sync()
        write(image)
"""

from workarounds.retire import computed_names
from workarounds.retire import imported_names
from workarounds.retire.passes import dead_definitions
from workarounds.retire.passes import removed_imports
from workarounds.retire.passes import unused_names
from workarounds.retire.passes.dead_definitions import DeadDefinition
from workarounds.retire.session import Session
from workarounds.retire.transform.edits import Edits


def remove_unused(session: Session) -> bool:
    """Remove what is no longer used; return whether anything was."""
    is_new = False
    project = session.project
    elsewhere = dead_definitions.find_lost_elsewhere(
        (
            (session.original(path), project.index(path))
            for path in session.originals
        ),
        project,
    )
    for path in sorted({*session.originals, *elsewhere}):
        if session.is_exhausted(path, 'unused'):
            continue
        before, after = session.original(path), project.index(path)
        edits = unused_names.find_unused(before, after)
        _keep_imports(session, path, edits)
        for definition in dead_definitions.find_dead_definitions(
            before,
            after,
            project,
            session.request.declaration.identifiers,
            elsewhere.get(path, ()),
        ):
            _remove_or_report(session, path, definition, edits)
        if edits:
            is_new = _remove(session, path, edits) or is_new
        else:
            session.mark_exhausted(path, 'unused')
    return is_new


def _keep_imports(session: Session, path: str, edits: Edits) -> None:
    """Keep the imports that something else uses, or may use."""
    unused = {
        (line, name)
        for line, name in edits.removed_imports
        if imported_names.find_user(session.project, path, name) is None
    }
    exported = set(
        removed_imports.find_exported(session.project, path, unused)
    )
    edits.removed_imports = unused
    for line, name in sorted(unused):
        obstacle = computed_names.find_import_use(name, path, session.project)
        if (line, name) in exported:
            obstacle = 'it may be used elsewhere'
        if obstacle:
            _report_kept(session, path, line, name, obstacle)
            edits.removed_imports.discard((line, name))


def _remove(session: Session, path: str, edits: Edits) -> bool:
    """Remove names, and report the modules that are not imported any more."""
    before = session.project.text(path)
    lost = removed_imports.find_lost_modules(
        session.project, path, edits.removed_imports
    )
    lines = list(lost)
    if not session.apply(path, edits, 'nothing uses it any more'):
        return False
    for line, text in lines:
        session.report('WA315', path, line, text, basis=before)
    return True


def _remove_or_report(
    session: Session, path: str, definition: DeadDefinition, edits: Edits
) -> None:
    if not definition.obstacle:
        edits.removed_statements.add((definition.line, definition.column))
        edits.unused[definition.line] = definition.name
        session.write_order[path] = 1
    else:
        _report_kept(
            session,
            path,
            definition.line,
            definition.name,
            definition.obstacle,
        )


def _report_kept(
    session: Session, path: str, line: int, name: str, obstacle: str
) -> None:
    if (path, name) not in session.reported:
        session.reported.add((path, name))
        text = f'{name} is no longer used, and is kept: {obstacle}'
        session.report('WA308', path, line, text)
