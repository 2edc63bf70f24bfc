# SPDX-License-Identifier: Apache-2.0
"""Assessments with any text, for pages."""

from collections.abc import Sequence
import datetime
from typing import Any

from workarounds import advice

#: The text before the given one.
REMOVAL = 'cannot be seen from a host; check by hand: '
PLATFORM = 'the version of qemu with the fix is not known: '


def removal(
    status: str,
    detail: str,
    blockers: Sequence[str] = (),
    until: datetime.date | None = None,
) -> advice.Assessment:
    """Return an assessment of the code with a given text."""
    fields: dict[str, Any] = {'detail': detail}
    if blockers:
        fields['blocked_by'] = list(blockers)
    if until:
        fields['until'] = until.isoformat()
    return advice.Assessment(
        advice.RemovalStatus(status),
        advice.RemovalReason.CANNOT_BE_SEEN_FROM_HOST,
        fields,
    )


def platform(
    status: str, version: str, link: str, detail: str
) -> advice.Assessment:
    """Return an assessment of a platform.

    :param version: the version that decides, empty if there is none
    """
    fields: dict[str, Any] = {'title': 'qemu', 'detail': detail, 'link': link}
    if version:
        fields['stated'] = {'platform': 'debian:13', 'package': version}
    return advice.Assessment(
        advice.PlatformStatus(status),
        advice.PlatformReason.FIXED_VERSION_NOT_KNOWN,
        fields,
    )
