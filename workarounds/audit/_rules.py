# SPDX-License-Identifier: Apache-2.0
"""All that is wrong in source that was read."""

from collections.abc import Iterable
import datetime
from typing import Final

from workarounds.audit import _codes
from workarounds.audit import _expiry_rules
from workarounds.audit import _finding
from workarounds.audit import _ignoring
from workarounds.audit import _read_rules
from workarounds.audit import _reading
from workarounds.audit import _reference_rules
from workarounds.source.references import Place

#: What one file tells without any other.
_OF_ONE_FILE: Final = frozenset({_codes.FROZEN, _codes.COMPUTED})
#: What one file tells if all workarounds are known.
_OF_NAMES: Final = frozenset({_codes.UNKNOWN, _codes.REMOVED, _codes.DIRECT})


def find(
    reading: _reading.Reading,
    *,
    today: datetime.date,
    service_version: str | None,
) -> list[_finding.Finding]:
    """Find all that is wrong, by place.

    :param today: what dates are compared with
    :param service_version: what versions are compared with, as pbr writes
        versions; if it is ``None``, versions are not judged
    """
    findings: list[_finding.Finding] = []
    for trace in reading.traces:
        findings += _read_rules.find(trace, reading.subjects)
        findings += _reference_rules.find(
            trace,
            reading.subjects,
            today=today,
            service_version=service_version,
        )
    for subject in reading.subjects:
        findings += _expiry_rules.find(
            subject, reading, today=today, service_version=service_version
        )
    judged = set(_codes.CODES) - set(_codes.NOT_SILENCED)
    if service_version is None:
        judged -= set(_codes.NEED_VERSION)
    left = _ignoring.apply(findings, reading.ignores, judged)
    return _by_place([*skipped(reading), *left])


def find_in_file(
    reading: _reading.Reading, *, knows_names: bool
) -> list[_finding.Finding]:
    """Find what one file tells without any other, by place.

    :param reading: of this file
    :param knows_names: its subjects are all workarounds that there are;
        otherwise no name can be called wrong
    """
    findings: list[_finding.Finding] = []
    for trace in reading.traces:
        if knows_names:
            findings += _read_rules.find(trace, reading.subjects)
        else:
            findings += _read_rules.find_without_names(trace)
    judged = _OF_ONE_FILE | _OF_NAMES if knows_names else _OF_ONE_FILE
    return _by_place(_ignoring.apply(findings, reading.ignores, judged))


def skipped(reading: _reading.Reading) -> list[_finding.Finding]:
    """Tell what was not read."""
    findings = []
    for one in reading.skipped:
        line = one.line or 0
        place = Place(one.path, line, 0, line, 0)
        text = f'not read: {one.reason}'
        findings.append(_finding.Finding(_codes.SKIPPED, place, text))
    return findings


def _by_place(
    findings: Iterable[_finding.Finding],
) -> list[_finding.Finding]:
    return sorted(findings, key=lambda one: (one.place, one.code))
