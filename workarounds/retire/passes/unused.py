# SPDX-License-Identifier: Apache-2.0
"""Names that nothing uses any more are removed, then what they used.

::

    import os                          # removed

    def convert(image):                def convert(image):
        if workarounds.enabled('x'):       write(image)
            os.sync()
        write(image)
"""

from workarounds.retire import imported_names
from workarounds.retire.passes import dead_definitions
from workarounds.retire.passes.dead_definitions import DeadDefinition
from workarounds.retire.session import Session
from workarounds.retire.transform import unused_names
from workarounds.retire.transform.edits import Edits


def remove_unused(session: Session) -> bool:
    """Remove what is no longer used; return whether anything was."""
    is_new = False
    for path in sorted(session.originals):
        if session.is_exhausted(path, 'unused'):
            continue
        before = session.original(path)
        after = session.project.index(path)
        edits = unused_names.find_unused(before, after)
        edits.removed_imports = {
            (line, name)
            for line, name in edits.removed_imports
            if imported_names.find_user(session.project, path, name) is None
        }
        for definition in dead_definitions.find_dead_definitions(
            before,
            after,
            session.project,
            session.request.declaration.identifiers,
        ):
            _remove_or_report(session, path, definition, edits)
        if edits:
            is_new = session.apply(path, edits) or is_new
        else:
            session.mark_exhausted(path, 'unused')
    return is_new


def _remove_or_report(
    session: Session, path: str, definition: DeadDefinition, edits: Edits
) -> None:
    if not definition.obstacle:
        edits.removed_statements.add((definition.line, definition.column))
        session.write_order[path] = 1
    elif (path, definition.name) not in session.reported:
        session.reported.add((path, definition.name))
        text = (
            f'{definition.name} is no longer used, and is kept: '
            f'{definition.obstacle}'
        )
        session.report('WA308', path, definition.line, text)
