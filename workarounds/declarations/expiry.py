# SPDX-License-Identifier: Apache-2.0
"""When a workaround must be reviewed."""

from collections.abc import Iterator
import datetime
import itertools
from typing import Any

from workarounds import _text
from workarounds.declarations import base
from workarounds.declarations import releases
from workarounds.declarations import validation
from workarounds.declarations.base import Data


class Never(Data, kw_only=False):
    """The workaround never expires.

    :param reason: why no review is needed
    """

    reason: str

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_text('reason', self.reason, 'say why')


class Unstated(Data, kw_only=False):
    """The project that a catalogue describes does not state the fact.

    :param reason: sources that were searched
    """

    reason: str

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_text('reason', self.reason, 'say why')


#: How many releases or years ahead an expiry may be.
FARTHEST = 4
FARTHEST_YEARS = 2

#: A point in time: a release of the project, or a date.
Reachable = str | datetime.date
Expiry = Reachable | Never | Unstated

HINT = (
    "write a release of the project ('35.0.0'), a date, Never('why') or "
    "Unstated('why')"
)
_RENEWED_HINT = (
    "write the earlier expiries, the oldest first: renewed_from=['34.0.0']"
)


def problems(expires: Any) -> Iterator[str]:
    """Yield what is wrong with an expiry, with a hint."""
    match expires:
        case Never() | Unstated():
            for problem in expires.problems():
                yield f'expires: {type(expires).__name__}: {problem}'
        case str():
            if releases.is_series(expires):
                yield f'expires {expires!r} {releases.SERIES_PROBLEM}'
            elif not releases.is_version(expires):
                hint = _date_hint(expires) or HINT
                yield f'expires {expires!r} is not a version; {hint}'
        case datetime.datetime():
            yield f'expires {expires!r} has a time of day; {HINT}'
        case datetime.date():
            pass
        # An old cfg.Opt cannot be compared with another object.
        case _ if expires is base.MISSING:
            pass
        case _:
            yield (
                f'expires {expires!r} is neither a version nor a date; {HINT}'
            )


def renewal_problems(renewed_from: Any, expires: Any) -> Iterator[str]:
    """Yield what is wrong with the earlier expiries, with a hint.

    :param renewed_from: the earlier expiries, the oldest first
    :param expires: the current expiry
    """
    if not validation.is_list(renewed_from):
        yield f'renewed_from is not a list; {_RENEWED_HINT}'
        return
    wrong = [expiry for expiry in renewed_from if not is_reachable(expiry)]
    for expiry in wrong:
        if isinstance(expiry, str) and releases.is_series(expiry):
            yield f'renewed_from: {expiry!r} {releases.SERIES_PROBLEM}'
            continue
        yield (
            f'renewed_from: {expiry!r} is neither a version nor a date; '
            f'{_date_hint(expiry) or _RENEWED_HINT}'
        )
    if wrong:
        return
    expiries = [*renewed_from]
    if is_reachable(expires):
        expiries.append(expires)
    # A version and a date cannot be compared.
    for kind in (str, datetime.date):
        comparable = [
            expiry for expiry in expiries if isinstance(expiry, kind)
        ]
        for earlier, later in itertools.pairwise(comparable):
            if not _is_before(earlier, later):
                yield (
                    f'renewed_from: {earlier} is not before {later}; '
                    f'{_RENEWED_HINT}'
                )


def _date_hint(value: object) -> str:
    """Return what to write for a date in text; empty for any other value."""
    try:
        date = datetime.date.fromisoformat(value)  # type: ignore[arg-type]  # it checks the type
    except (TypeError, ValueError):
        return ''
    return f'write datetime.date({date.year}, {date.month}, {date.day})'


def is_reachable(value: object) -> bool:
    """Return whether a value is the version of a release, or a date."""
    if isinstance(value, str):
        return releases.version_problem(value) is None
    return type(value) is datetime.date


def _is_before(earlier: Any, later: Any) -> bool:
    if isinstance(earlier, str):
        return bool(releases.parse(earlier) < releases.parse(later))
    return bool(earlier < later)


def describe(expires: Expiry) -> str:
    """Return the expiry as a phrase, with its reason."""
    match expires:
        case Never(reason):
            return f'never ({_text.clause(reason)})'
        case Unstated(reason):
            return f'not stated ({_text.clause(reason)})'
        case datetime.date():
            return f'on {expires.isoformat()}'
    return f'in release {expires}'


def summary(expires: Expiry) -> str:
    """Return the expiry in one or two words."""
    match expires:
        case Never():
            return 'never'
        case Unstated():
            return 'not stated'
    return str(expires)


def is_over(
    expires: Expiry,
    *,
    today: datetime.date,
    service_version: str | None,
) -> bool:
    """Return whether an expiry is over.

    :param today: the day; a date is over after the end of its day
    :param service_version: version of the project that declares the expiry,
        as pbr writes versions; ``None`` or any other text reaches no expiry
    """
    if isinstance(expires, datetime.date):
        return today > expires
    return isinstance(expires, str) and bool(
        releases.has_reached(service_version, expires)
    )


def is_too_far(
    expires: Expiry,
    *,
    today: datetime.date,
    service_version: str | None,
) -> bool:
    """Return whether an expiry is too far ahead to be remembered.

    Too far is more than four releases, counted by their first number, or more
    than two years. As time passes, an expiry can only come nearer.

    :param service_version: as for :func:`is_over`; for ``None`` or any other
        text, no expiry is too far
    """
    if isinstance(expires, datetime.date):
        earlier = (expires.year - FARTHEST_YEARS, expires.month, expires.day)
        return earlier > (today.year, today.month, today.day)
    if not isinstance(expires, str) or service_version is None:
        return False
    try:
        first = releases.parse(service_version).version_tuple()[0]
        last = releases.parse(expires).version_tuple()[0]
    except ValueError:
        return False
    farthest = FARTHEST_YEARS if last in releases.YEARS else FARTHEST
    return bool(last - first > farthest)
