# SPDX-License-Identifier: Apache-2.0
"""One kind of diagnostic, and how much its diagnostics matter."""

import dataclasses
import enum


class Severity(enum.StrEnum):
    """How much a diagnostic matters.

    ``error``: something does not work. ``warning``: something should be
    changed. ``note``: nothing needs to be done.
    """

    ERROR = 'error'
    WARNING = 'warning'
    NOTE = 'note'


@dataclasses.dataclass(frozen=True, slots=True)
class Code:
    """One kind of diagnostic.

    :param code: identifier, such as ``WA101``
    :param name: readable identifier, such as ``removed-option``
    :param severity: severity of its diagnostics; a single one can be lower
    :param summary: the fact, as a clause
    :param cure: what to do, as a clause
    """

    code: str
    name: str
    severity: Severity
    summary: str
    cure: str
