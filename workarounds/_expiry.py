# SPDX-License-Identifier: Apache-2.0
"""When somebody must look at a workaround again."""

from collections.abc import Iterator
import datetime
import re
from typing import Any

from workarounds import _checks
from workarounds import _data


class Never(_data.Data, kw_only=False):
    """It must never expire.

    :param reason: why nobody needs to look at it again
    """

    reason: str

    def faults(self) -> Iterator[str]:
        """Tell what is wrong, with its cure."""
        yield from super().faults()
        yield from _checks.text('reason', self.reason, 'say why')


class Unstated(_data.Data, kw_only=False):
    """The project that a catalogue mirrors does not say.

    :param reason: what was looked at
    """

    reason: str

    def faults(self) -> Iterator[str]:
        """Tell what is wrong, with its cure."""
        yield from super().faults()
        yield from _checks.text('reason', self.reason, 'say why')


Expiry = str | datetime.date | Never | Unstated

CURE = (
    "write a version of the service ('35.0.0'), a date, Never('why') or "
    "Unstated('why')"
)


def is_version(text: str) -> bool:
    """Tell whether a text is a version that pbr can compare."""
    if not re.match(r'\d', text):
        return False
    try:
        _parse(text)
    except ValueError:
        return False
    return True


def faults(expires: Any) -> Iterator[str]:
    """Tell what is wrong with an expiry, with its cure."""
    match expires:
        case Never() | Unstated():
            for fault in expires.faults():
                yield f'expires: {type(expires).__name__}: {fault}'
        case str():
            if not is_version(expires):
                yield f'expires {expires!r} is no version; {CURE}'
        case datetime.datetime():
            yield f'expires {expires!r} has a time of day; {CURE}'
        case datetime.date() | _data.MISSING:
            pass
        case _:
            yield f'expires {expires!r} is neither version nor date; {CURE}'


def text(expires: Expiry) -> str:
    """Say it in an operator's words."""
    match expires:
        case Never(reason):
            return f'never ({reason})'
        case Unstated(reason):
            return f'not stated ({reason})'
        case datetime.date():
            return f'on {expires.isoformat()}'
    return f'in release {expires}'


def summary(expires: Expiry) -> str:
    """Say it in one word or two."""
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
    """Tell whether it is time to look again.

    :param today: a date passes at the end of its day
    :param service_version: the version of the service that declares it, as
        pbr writes versions; ``None`` or text that is no version reaches no
        expiry
    """
    if isinstance(expires, datetime.date):
        return today > expires
    if not isinstance(expires, str) or service_version is None:
        return False
    try:
        return bool(_parse(service_version) >= _parse(expires))
    except ValueError:
        return False


def _parse(text: str) -> Any:
    from pbr import version  # Not every service has declarations with one.

    return version.SemanticVersion.from_pip_string(text)
