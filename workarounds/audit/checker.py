# SPDX-License-Identifier: Apache-2.0
"""All that is wrong in source that was read."""

from collections.abc import Iterable
import datetime
from typing import Final

from workarounds.audit import codes
from workarounds.audit import suppressions
from workarounds.audit.finding import Finding
from workarounds.audit.rules import expiry
from workarounds.audit.rules import mentions
from workarounds.audit.rules import reads
from workarounds.audit.scanner import ScanResult
from workarounds.source.references import Place

#: What one file tells without any other.
_OF_ONE_FILE: Final = frozenset({codes.FROZEN, codes.COMPUTED})
#: What one file tells if all workarounds are known.
_OF_NAMES: Final = frozenset({codes.UNKNOWN, codes.REMOVED, codes.DIRECT})


def find(
    reading: ScanResult,
    *,
    today: datetime.date,
    service_version: str | None,
) -> list[Finding]:
    """Find all that is wrong, by place.

    :param today: what dates are compared with
    :param service_version: what versions are compared with, as pbr writes
        versions; if it is ``None``, versions are not judged
    """
    findings: list[Finding] = []
    for trace in reading.references:
        findings += reads.find(trace, reading.declarations)
        findings += mentions.find(
            trace,
            reading.declarations,
            today=today,
            service_version=service_version,
        )
    for subject in reading.declarations:
        findings += expiry.find(
            subject, reading, today=today, service_version=service_version
        )
    judged = set(codes.CODES) - set(codes.NOT_SILENCED)
    if service_version is None:
        judged -= set(codes.NEED_VERSION)
    left = suppressions.apply(findings, reading.suppressions, judged)
    return _by_place([*skipped(reading), *left])


def find_in_file(reading: ScanResult, *, knows_names: bool) -> list[Finding]:
    """Find what one file tells without any other, by place.

    :param reading: of this file
    :param knows_names: its subjects are all workarounds that there are;
        otherwise no name can be called wrong
    """
    findings: list[Finding] = []
    for trace in reading.references:
        if knows_names:
            findings += reads.find(trace, reading.declarations)
        else:
            findings += reads.find_without_names(trace)
    judged = _OF_ONE_FILE | _OF_NAMES if knows_names else _OF_ONE_FILE
    return _by_place(
        suppressions.apply(findings, reading.suppressions, judged)
    )


def skipped(reading: ScanResult) -> list[Finding]:
    """Tell what was not read."""
    findings = []
    for one in reading.skipped:
        line = one.line or 0
        place = Place(one.path, line, 0, line, 0)
        text = f'not read: {one.reason}'
        findings.append(Finding(codes.SKIPPED, place, text))
    return findings


def _by_place(
    findings: Iterable[Finding],
) -> list[Finding]:
    return sorted(findings, key=lambda one: (one.place, one.code))
