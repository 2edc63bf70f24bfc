# SPDX-License-Identifier: Apache-2.0
"""What ``workarounds retire`` prints: a patch, or a document."""

import argparse
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import difflib
import os
import re
from typing import Any
from typing import Final

from workarounds import _text
from workarounds.cli import documents
from workarounds.cli import reports
from workarounds.cli.annotations import Github
from workarounds.cli.documents import Document
from workarounds.cli.sarif import Sarif
from workarounds.diagnostics import CODES
from workarounds.diagnostics import Diagnostic
from workarounds.retire.planner import Change
from workarounds.retire.planner import Plan

#: The formats that print diagnostics instead of the patch.
DOCUMENTS: Final[dict[str, type[Document]]] = {
    'github': Github,
    'json': documents.Json,
    'sarif': Sarif,
    'yaml': documents.Yaml,
}
_CODES: Final = [code for code in CODES if code.startswith('WA3')]


def document(
    form: str,
    project: str | None,
    diagnostics: Sequence[Diagnostic],
    plan: Plan,
    workaround: Mapping[str, Any],
) -> str:
    """Return a document.

    :param form: its format
    :param project: whose code it is
    :param workaround: what is retired, and why it may be
    """
    content: dict[str, Any] = {
        'workaround': workaround,
        'diagnostics': [
            {**diagnostic.to_data(), 'service': None}
            for diagnostic in diagnostics
        ],
        'changes': [
            {
                'file': _text.printable(change.path),
                'patch': b''.join(unified_diff(change)).decode(
                    errors='replace'
                ),
            }
            for change in sorted_changes(plan)
        ],
        'edits': [
            {
                'file': _text.printable(edit.path),
                'line': edit.line,
                'reason': _text.printable(edit.reason),
            }
            for edit in plan.edits
        ],
    }
    service = {'project': project, 'version': None, 'source': None}
    parsed_args = argparse.Namespace(
        envelope=reports.envelope(service, **content),
        diagnostics=diagnostics,
        codes=_CODES,
    )
    return DOCUMENTS[form]().render(parsed_args)


def sorted_changes(plan: Plan) -> list[Change]:
    """Return the changes for a reader; they are written in another order."""
    return sorted(plan.changes, key=lambda change: change.path)


def unified_diff(change: Change) -> Iterator[bytes]:
    """Yield the lines of a unified diff for git and patch."""
    old, new = (
        re.findall(rb'[^\n]*\n|[^\n]+', data or b'')
        for data in (change.before, change.after)
    )
    path = os.path.relpath(change.path)
    names = [_quoted(f'{side}/{path}') for side in 'ab']
    if change.before is None:
        names[0] = b'/dev/null'
    for line in difflib.diff_bytes(
        difflib.unified_diff, old, new, names[0], names[1]
    ):
        if line.endswith(b'\n'):
            yield line
        else:
            yield line + b'\n\\ No newline at end of file\n'


def _quoted(path: str) -> bytes:
    r"""Return a path as git writes it in a patch: ``"a/b\012c.py"``."""
    data = os.fsencode(path)
    if _text.printable(path) == path and not {'"', '\\'} & set(path):
        # A tab marks the end of a name that contains blanks.
        return data + b'\t' if b' ' in data else data
    escaped = re.sub(
        rb'[^\w/. -]', lambda match: b'\\%03o' % ord(match[0]), data
    )
    return b'"%s"' % escaped
