# SPDX-License-Identifier: Apache-2.0
"""Releases of a project, by the version numbers that pbr writes."""

import re
from typing import Any

from workarounds import exceptions

#: A release whose first number is one of these is named after the year.
YEARS = range(2010, 2100)
# OpenStack's services had the year as their own number until then.
_LAST_YEAR_OF_SERVICES = 2015


def is_version(text: str) -> bool:
    """Return whether a text is a version that pbr can compare."""
    if not re.match(r'\d', text):
        return False
    try:
        parse(text)
    except ValueError:
        return False
    return True


def check_version(version: object) -> None:
    """Refuse what is neither a version nor ``None``.

    :raises workarounds.exceptions.InvalidVersionError: it is anything else
    """
    if version is None or (isinstance(version, str) and is_version(version)):
        return
    raise exceptions.InvalidVersionError(
        f"{version!r} is not a version; write one like '35.0.0'"
    )


def is_release(text: object) -> bool:
    """Return whether a value is the version of a release, no pre-release."""
    # Without pbr, which a service with tombstones need not import.
    return isinstance(text, str) and bool(
        re.fullmatch(r'\d+(\.\d+){0,2}', text)
    )


def parse(text: str) -> Any:
    """Return a version as pbr's object.

    :raises ValueError: it is not a version of a service
    """
    from pbr import version  # Imported only when a version is compared.

    # A package's revision (24.0.0-1) and a fourth number make an earlier,
    # development version of it for pbr.
    if re.search(r'-\d', text) or re.fullmatch(r'\d+(\.\d+){3,}', text):
        raise ValueError(f'{text} is not a version of a service')
    return version.SemanticVersion.from_pip_string(text)


def has_reached(version: str | None, release: str) -> bool | None:
    """Return whether a version is that of a release or a later one.

    A pre-release or development version counts as the release that its
    number names: 35.0.0.0rc1 as 35.0.0, 34.0.1.dev3 as 34.0.1.

    :returns: ``None`` if they cannot be compared: with what is not a version,
        and between a number and a year after 2015, the name of a series
    """
    if version is None:
        return None
    try:
        ours, theirs = _numbers(version), _numbers(release)
    except ValueError:
        return None
    years = [numbers[0] for numbers in (ours, theirs) if numbers[0] in YEARS]
    if len(years) != 1:
        return ours >= theirs
    return None if years[0] > _LAST_YEAR_OF_SERVICES else ours[0] not in YEARS


def release_under_development(version: str, *, is_stable: bool) -> str:
    """Return the release that source code of a version will be part of.

    pbr counts up from the last tag, so that the number of a change under
    review is lower than the next release: after 34.0.0 it is 34.0.1.dev1, or
    34.1.0.dev1 after a new feature, and the release is 35.0.0.

    :param version: as pbr writes it
    :param is_stable: the source is of a stable branch, where the next release
        is the one that the number names
    :raises ValueError: it is not a version
    """
    first, second, third = _numbers(version)
    is_numbered = (second, third) == (0, 0)
    # pbr's other kinds are pre-releases, whose number is the release's.
    is_development = parse(version).version_tuple()[3] == 'dev'
    if is_stable or is_numbered or not is_development:
        return f'{first}.{second}.{third}'
    if first in YEARS and second == 1:
        # A year has two releases.
        return f'{first}.2.0'
    return f'{first + 1}.{int(first in YEARS)}.0'


def _numbers(version: str) -> tuple[int, int, int]:
    first, second, third = parse(version).brief_string().split('.')
    return int(first), int(second), int(third)
