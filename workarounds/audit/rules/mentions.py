# SPDX-License-Identifier: Apache-2.0
"""Texts that speak of workarounds which are gone, or should be."""

from collections.abc import Iterator
import datetime
import pathlib

from workarounds.audit import codes
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.finding import Finding
from workarounds.audit.rules import expiry as audit_expiry
from workarounds.audit.rules import reads
from workarounds.declarations import expiry
from workarounds.source.references import Reference

#: Where a project keeps what it said of each of its releases.
_HISTORY = 'releasenotes'


def find(
    trace: Reference,
    subjects: DeclarationIndex,
    *,
    today: datetime.date,
    service_version: str | None,
) -> Iterator[Finding]:
    """Find whether a comment or a text is to be cleaned up.

    :param trace: of any kind; the others have nothing to be found here
    """
    if trace.kind not in ('comment', 'mention'):
        return
    subject = subjects.find(trace.name)
    if subject is None:
        return
    if subject.removed_in is not None:
        if _HISTORY in pathlib.PurePath(trace.place.path).parts:
            return
        what = f'which {reads.removal(subject)}'
        when = 'it is a leftover, so clean it up'
    elif subject.expires is not None and audit_expiry.is_over(
        subject, today=today, service_version=service_version
    ):
        what = f'which expired {expiry.text(subject.expires)}'
        when = 'clean it up when you remove the workaround'
    else:
        return
    is_comment = trace.kind == 'comment'
    yield Finding(
        codes.COMMENT if is_comment else codes.MENTION,
        trace.place,
        f'this {"comment speaks of" if is_comment else "text names"} '
        f'{subject.name}, {what}; {when}',
        subject.name,
    )
