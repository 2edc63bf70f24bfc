# SPDX-License-Identifier: Apache-2.0
"""The default of a toggle, which can differ between releases."""

from collections.abc import Iterator
from collections.abc import Mapping
import copy
import itertools
from typing import Any

from oslo_config import cfg

from workarounds.declarations import releases
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.toggle import Always
from workarounds.declarations.toggle import Detected


def in_release(
    opt: cfg.Opt, former_defaults: Mapping[str, Any], release: str | None
) -> cfg.Opt | None:
    """Return an option with the default that it has in a release.

    :param opt: the option with the default of the newest release
    :param former_defaults: the declaration's ``former_defaults``
    :returns: ``None`` if it is not known which default the release has
    """
    for since, default in former_defaults.items():
        is_later = releases.has_reached(release, since)
        if is_later is None:
            return None
        if not is_later:
            former = copy.copy(opt)
            former.default = default
            return former
    return opt


def problems(former_defaults: Any, toggle: Any) -> Iterator[str]:
    """Yield what is wrong with former defaults, with a hint.

    :param toggle: toggle of the declaration
    """
    if not isinstance(former_defaults, Mapping):
        yield (
            f'former_defaults is {former_defaults!r}, not a mapping; write '
            f"{{'35.0.0': True}} if the default was True before 35.0.0"
        )
    elif isinstance(toggle, Always | Detected):
        if former_defaults:
            yield 'former_defaults is given, but there is no option; remove it'
    else:
        yield from _release_problems(former_defaults)
        yield from _value_problems(former_defaults, toggle)


def _release_problems(former_defaults: Mapping[Any, Any]) -> Iterator[str]:
    wrong = [
        since for since in former_defaults if not releases.is_release(since)
    ]
    for since in wrong:
        yield (
            f'former_defaults: {since!r} is not a release; write the first '
            f"release with the next default, such as '35.0.0'"
        )
    if wrong:
        return
    for older, newer in itertools.pairwise(former_defaults):
        if releases.has_reached(older, newer) is not False:
            yield (
                f'former_defaults: {newer} is not later than {older}; write '
                f'the oldest release first'
            )


def _value_problems(
    former_defaults: Mapping[Any, Any], toggle: Any
) -> Iterator[str]:
    kind, newest = 'a Boolean option', False
    if isinstance(toggle, cfg.Opt):
        kind = declaration_toggle.describe_type(toggle)
        newest = declaration_toggle.default_of(toggle)
    values = [*former_defaults.values(), newest]
    for since, (value, following) in zip(
        former_defaults, itertools.pairwise(values), strict=True
    ):
        if not _is_default(toggle, value):
            yield (
                f'former_defaults: {value!r} is not a value of the toggle, '
                f'which is {kind}'
            )
        elif value == following:
            yield (
                f'former_defaults: the default is {value!r} before {since} '
                f'and from then on; remove {since}'
            )


def _is_default(toggle: Any, value: object) -> bool:
    """Return whether a value can be the default of a toggle."""
    if isinstance(toggle, cfg.Opt):
        return value is None or declaration_toggle.is_value(toggle, value)
    return isinstance(value, bool)
