# SPDX-License-Identifier: Apache-2.0
"""What ``workarounds retire`` removes, and why that may go."""

from collections.abc import Iterator
from collections.abc import Sequence
from typing import Any
from typing import Final

from workarounds import _text
from workarounds import audit
from workarounds.audit.scan_result import ScanResult
from workarounds.cli import app
from workarounds.cli import required
from workarounds.diagnostics import Diagnostic
from workarounds.retire.request import Request

#: The diagnostics that say that a workaround may go.
_CODES: Final = ('WA206', 'WA207', 'WA217')


def describe(
    application: app.Application,
    paths: Sequence[str],
    result: ScanResult,
    request: Request,
) -> dict[str, Any]:
    """Return what is retired, and why it may be.

    :param result: what was found in the paths
    """
    declaration = request.declaration
    expires = declaration.expires
    return {
        'name': declaration.name,
        'options': [
            {'group': option.group, 'name': option.name}
            for option in declaration.options
        ],
        'summary': _text.printable(declaration.summary),
        'behaviour': 'on' if request.is_on else 'off',
        'removed_in': request.removed_in,
        'reason': _text.printable(request.removal_reason),
        'bugs': [_text.printable(bug) for bug in declaration.bugs],
        'fixed_by': declaration.fixed_by or None,
        'expires': None if expires is None else str(expires),
        'evidence': [
            {
                'code': diagnostic.code,
                'message': _text.printable(diagnostic.message),
            }
            for diagnostic in _find_evidence(
                application, paths, result, request
            )
        ],
    }


def _find_evidence(
    application: app.Application,
    paths: Sequence[str],
    result: ScanResult,
    request: Request,
) -> Iterator[Diagnostic]:
    """Yield what the audit says for the removal."""
    release = request.removed_in
    for diagnostic in audit.check(
        result,
        today=application.today,
        service_version=release,
        why_removable=required.why_removable(application, paths, release),
    ):
        is_subject = diagnostic.subject == request.declaration.name
        if is_subject and diagnostic.code in _CODES:
            yield diagnostic
