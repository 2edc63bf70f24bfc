# SPDX-License-Identifier: Apache-2.0
"""Whether a workaround's code may be deleted, and why."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import datetime
from typing import Literal

from workarounds import exceptions
from workarounds.advice.evaluate import judgement as evaluate_judgement
from workarounds.advice.evaluate.judgement import Judgement
from workarounds.advice.evaluate.platform_status import Cell
from workarounds.advice.evaluate.release_fix import Release
from workarounds.config import help_text
from workarounds.declarations.fixes import Fix
from workarounds.declarations.fixes import ManualFix
from workarounds.declarations.fixes import NoFix
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import ReleaseFix

Verdict = Literal['removable', 'blocked', 'unknown']


_EVERYWHERE = 'every supported platform has the fix or never needed it'


@dataclasses.dataclass(frozen=True)
class Removal:
    """Whether a workaround's code may be deleted.

    :param why: one sentence
    :param blockers: the platforms that still need it
    :param until: the day on which the last of them ends, if that is known
        and nothing else blocks it
    """

    verdict: Verdict
    why: str
    blockers: Sequence[str] = ()
    until: datetime.date | None = None

    def __post_init__(self) -> None:
        # A terminal obeys what a declaration may contain.
        object.__setattr__(
            self, 'why', help_text.printable(' '.join(self.why.split()))
        )

    @property
    def text(self) -> str:
        """The verdict with its platforms, in a few words."""
        if self.blockers:
            return f'blocked by {", ".join(self.blockers)}'
        return self.verdict


def judge(
    fixes: Sequence[Fix],
    cells: Mapping[str, Cell],
    living: Mapping[str, datetime.date | None],
    release: Release,
) -> Removal:
    """Tell whether the code may be deleted.

    :param fixes: all must hold
    :param cells: what each platform has of the fixes in packages
    :param living: the platforms that count, with the last day of each
    :param release: the service's release whose code it is
    """
    elsewhere = [
        _elsewhere(fix, release)
        for fix in fixes
        if not isinstance(fix, PackageFix)
    ]
    in_packages = len(elsewhere) < len(fixes)
    here = {name: cells[name] for name in living if name in cells}
    blockers = [name for name, one in here.items() if one.state == 'unfixed']
    open_ones = [one.evidence for one in elsewhere if one.holds is False]
    doubts = [one.evidence for one in elsewhere if one.holds is None]
    if in_packages:
        doubts += _doubts(here)
    if open_ones or blockers:
        days = [living[name] for name in blockers]
        known = [day for day in days if day is not None]
        until = None
        if known and len(known) == len(days) and not open_ones:
            until = max(known)
        why = [*open_ones, *_blocked(blockers, until), *doubts]
        return Removal('blocked', _sentence(why), blockers, until)
    if doubts:
        return Removal('unknown', _sentence(doubts))
    why = [one.evidence for one in elsewhere]
    if in_packages:
        why.append(_EVERYWHERE)
    return Removal('removable', _sentence(why))


def _elsewhere(fix: Fix, release: Release) -> Judgement:
    match fix:
        case NoFix(reason):
            return Judgement(False, f'it will never be fixed: {reason}')
        case ManualFix(description):
            return Judgement(None, f'no data shows it; look at: {description}')
        case ReleaseFix():
            try:
                judgement = release.judge(fix)
            except exceptions.InvalidVersionError as error:
                return Judgement(None, str(error))
            return evaluate_judgement.reopened(judgement, fix.reopened)
    raise TypeError(f'{fix!r} is in a package')


def _doubts(cells: Mapping[str, Cell]) -> Iterator[str]:
    if not cells:
        yield 'no data file names a living platform for this release'
    reasons: dict[str, list[str]] = {}
    for platform, cell in cells.items():
        if cell.state == 'unknown':
            reasons.setdefault(cell.why, []).append(platform)
    for why, platforms in reasons.items():
        everywhere = len(platforms) == len(cells)
        yield why if everywhere else f'{why} ({", ".join(platforms)})'


def _blocked(
    blockers: Sequence[str], until: datetime.date | None
) -> Iterator[str]:
    if blockers:
        have = 'does' if len(blockers) == 1 else 'do'
        end = f'; the last day of its support is {until}' if until else ''
        if until and len(blockers) > 1:
            end = f'; the last of them is supported until {until}'
        yield f'{" and ".join(blockers)} {have} not have the fix{end}'


def _sentence(parts: Sequence[str]) -> str:
    return '; '.join(dict.fromkeys(parts))
