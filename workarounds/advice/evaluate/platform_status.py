# SPDX-License-Identifier: Apache-2.0
"""What one platform has of a workaround's fixes."""

from collections.abc import Sequence
import dataclasses
from typing import Literal

from workarounds import exceptions
from workarounds.advice.facts import packages
from workarounds.advice.facts import platforms
from workarounds.advice.facts import versions
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.services import Service
from workarounds.config import help_text
from workarounds.declarations.fixes import Fix
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import Undetermined

State = Literal['unfixed', 'unknown', 'fixed', 'not-affected']
#: The worst of several fixes counts, for all must hold.
_WORST_FIRST: tuple[State, ...] = (
    'unfixed',
    'unknown',
    'fixed',
    'not-affected',
)
_OPEN = ('unfixed', 'wont-fix', 'end-of-life')


@dataclasses.dataclass(frozen=True)
class Cell:
    """Whether a platform has the fix.

    :param state: it has it, never needed it, has it not, or nobody knows
    :param version: the version that says so, with what it is a version of
    :param link: the page that says so, empty if there is none
    :param why: a sentence
    """

    state: State
    version: str
    link: str
    why: str

    def __post_init__(self) -> None:
        # A terminal obeys what a data file may contain.
        for field in ('version', 'why'):
            plain = help_text.printable(' '.join(getattr(self, field).split()))
            object.__setattr__(self, field, plain)

    @property
    def text(self) -> str:
        """The state, with the version that says so."""
        return f'{self.state} ({self.version})' if self.version else self.state


def of(
    fixes: Sequence[Fix],
    platform: Platform,
    dataset: Dataset,
    service: Service | None,
) -> Cell | None:
    """Tell what a platform has; ``None`` if no fix is in a package."""
    cells = [
        _of_one(fix, platform, dataset, service)
        for fix in fixes
        if isinstance(fix, PackageFix)
    ]
    if not cells:
        return None
    worst = min(cells, key=lambda cell: _WORST_FIRST.index(cell.state))
    same = [cell.why for cell in cells if cell.state == worst.state]
    return dataclasses.replace(worst, why='; '.join(dict.fromkeys(same)))


def _of_one(
    fix: PackageFix,
    platform: Platform,
    dataset: Dataset,
    service: Service | None,
) -> Cell:
    try:
        cell = _by_package(fix, platform) or _by_version(
            fix, platform, dataset, service
        )
    except exceptions.InvalidVersionError as error:
        return Cell('unknown', '', '', str(error))
    if fix.reopened and cell.state != 'unfixed':
        return Cell(
            'unknown',
            cell.version,
            fix.reopened,
            f'{cell.why}; but that fix did not hold: {fix.reopened}',
        )
    return cell


def _by_package(fix: PackageFix, platform: Platform) -> Cell | None:
    stated = platforms.row(platform.id, fix.packages)
    package = fix.packages[stated] if stated else None
    if package is None or package.state == 'undetermined':
        return None
    why = packages.says(platform.id, package)
    link = package.evidence or ''
    if package.fixed_in is not None:
        version = f'{package.name} {package.fixed_in}'
        if stated != platform.id:
            why = packages.says(stated or '', package)
            why = f'{why}; {platform.id} may have it in another version'
            return Cell('unknown', version, link, why)
        return Cell('fixed', version, link, why)
    state: State = 'unfixed' if package.state in _OPEN else 'not-affected'
    return Cell(state, package.name, link, why)


def _by_version(
    fix: PackageFix,
    platform: Platform,
    dataset: Dataset,
    service: Service | None,
) -> Cell:
    title, fixed = dataset.title(fix.component), fix.version
    if isinstance(fixed, Undetermined):
        why = f'the version of {title} with the fix is not known'
        return Cell('unknown', '', '', f'{why}: {fixed.reason}')
    ships = dataset.ships.get(fix.component, {})
    row = platforms.row(platform.id, ships)
    shipped = ships[row] if row else None
    if shipped and versions.is_at_least('upstream', shipped.version, fixed):
        version = f'{title} {shipped.version}'
        why = f'{platform.id} first shipped {version}; the fix is in {fixed}'
        link = platforms.link(shipped.source)
        return Cell('not-affected', version, link, why)
    required = service.requires.get(fix.component) if service else None
    if (
        service
        and required
        and versions.is_at_least('upstream', required.version, fixed)
    ):
        return Cell(
            'not-affected',
            f'{title} {required.version} required',
            platforms.link(required.source),
            f'{service.title} refuses to run with {title} before '
            f'{required.version}; the fix is in {fixed}',
        )
    if shipped is None:
        why = f'no data file says which {title} it has'
        return Cell('unknown', '', '', why)
    version = f'{title} {shipped.version}'
    why = (
        f'{platform.id} first shipped {version}, before the fix in {fixed}; '
        f'it may have carried the fix back'
    )
    return Cell('unknown', version, platforms.link(shipped.source), why)
