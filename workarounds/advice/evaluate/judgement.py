# SPDX-License-Identifier: Apache-2.0
"""Whether a fix holds: yes, no, or cannot tell."""

import dataclasses

from workarounds.advice.facts import versions
from workarounds.advice.facts.versions import Scheme


@dataclasses.dataclass(frozen=True)
class Judgement:
    """Whether a fix holds, and the evidence.

    :param holds: ``None`` if that cannot be told
    :param evidence: one sentence, with the versions
    """

    holds: bool | None
    evidence: str


def reopened(judgement: Judgement, link: str | None) -> Judgement:
    """Take nothing for fixed that a page says is not.

    :param link: of the page
    """
    if link is None:
        return judgement
    said = f'that fix did not hold: {link}'
    if judgement.holds:
        return Judgement(None, f'{judgement.evidence}; but {said}')
    return Judgement(judgement.holds, f'{judgement.evidence}; and {said}')


def at_or_past(scheme: Scheme, version: str, fixed: str) -> str:
    """Say how a version lies that is not before the fix."""
    is_same = versions.is_at_least(scheme, fixed, version)
    return 'at' if is_same else 'past'
