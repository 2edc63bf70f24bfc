# SPDX-License-Identifier: Apache-2.0
"""The rewriting of a file, so that its edits only do what they should."""

import dataclasses

from workarounds.retire import computed_names
from workarounds.retire import verify
from workarounds.retire.name_uses import Project
from workarounds.retire.transform import rewriter
from workarounds.retire.transform.edits import Edits
from workarounds.retire.transform.edits import Span
from workarounds.retire.transform.rewriter import Rewritten


def rewrite(project: Project, path: str, edits: Edits) -> Rewritten:
    """Return a file, as it is now, with those edits that it can have.

    :raises ValueError: there is a reason against all of them
    """

    def may_be_stored(name: str) -> bool:
        return computed_names.may_be_stored(name, path, project)

    before = project.index(path)
    opened = rewriter.Rewriter(before, edits, may_be_stored)
    refused: dict[Span, str] = {}
    while True:
        rewritten = opened.rewrite(edits)
        after = project.indexes.get(path, rewritten.source)
        try:
            new = verify.find_refused(before, after, edits)
        except ValueError as error:
            names = dataclasses.replace(edits, removed_statements=set())
            if edits.constants or not names:
                raise
            # The definitions that nothing uses stay, but for no other reason.
            refused |= {
                (*start, *start): str(error)
                for start in edits.removed_statements
            }
            edits = names
            continue
        if not new:
            break
        refused |= new
        edits = edits.without(new.keys())
    skipped = {**rewritten.skipped, **refused}
    return dataclasses.replace(rewritten, skipped=skipped)
