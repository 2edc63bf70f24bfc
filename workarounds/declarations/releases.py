# SPDX-License-Identifier: Apache-2.0
"""Releases of a project, by the version numbers that pbr writes."""

from collections.abc import Iterator
from collections.abc import Sequence
import itertools
import re
from typing import Any

from workarounds import exceptions
from workarounds.declarations import validation

#: A release whose first number is one of these is numbered by the year.
YEARS = range(2010, 2100)
# Until then, services of OpenStack numbered their own releases by the year.
_LAST_YEAR_OF_SERVICES = 2015
#: Why a declaration cannot name a series, and what to write.
SERIES_PROBLEM = (
    "is a series of OpenStack, not a release; write the project's own release "
    "number (for Nova, 2026.1 is '33.0.0')"
)


def is_version(text: str) -> bool:
    """Return whether a text is a version that pbr can compare."""
    if not re.match(r'\d', text):
        return False
    try:
        parse(text)
    except ValueError:
        return False
    return True


def is_series(text: str) -> bool:
    """Return whether a version is the name of a series of OpenStack.

    Such as 2026.1, in which Nova's first release is 33.0.0. Until 2015,
    services numbered their own releases by the year; a project that still does
    so writes 2026.1.0.
    """
    series = re.fullmatch(r'(\d{4})\.[12]', text)
    return series is not None and int(series[1]) > _LAST_YEAR_OF_SERVICES


def version_problem(version: object) -> str | None:
    """Return why a value is not the version of a release, with a hint.

    :returns: a clause; ``None`` if it is one
    """
    if not isinstance(version, str) or not is_version(version):
        return "is not a version; write one like '35.0.0'"
    return SERIES_PROBLEM if is_series(version) else None


def check_version(version: object) -> None:
    """Check that a value is a version or ``None``.

    :raises workarounds.exceptions.InvalidVersionError: the value is neither
    """
    if version is None or (isinstance(version, str) and is_version(version)):
        return
    raise exceptions.InvalidVersionError(
        f"{version!r} is not a version; write one like '35.0.0'"
    )


def is_release(text: object) -> bool:
    """Return whether a value is the version of a final release."""
    # Without pbr, so that a service with tombstones does not import it.
    return (
        isinstance(text, str)
        and bool(re.fullmatch(r'\d+(\.\d+){0,2}', text))
        and not is_series(text)
    )


def parse(text: str) -> Any:
    """Return a version as pbr's object.

    :raises ValueError: the text is not a version
    """
    from pbr import version  # Imported only when a version is compared.

    # pbr takes a package's revision (24.0.0-1) or a fourth number for an
    # earlier, development version.
    if re.search(r'-\d', text) or re.fullmatch(r'\d+(\.\d+){3,}', text):
        raise ValueError(f'{text} is not a version of a service')
    return version.SemanticVersion.from_pip_string(text)


def has_reached(version: str | None, release: str) -> bool | None:
    """Return whether a version is a release or comes after it.

    A pre-release or development version counts as the release that its
    number names: 35.0.0.0rc1 as 35.0.0, 34.0.1.dev3 as 34.0.1.

    :returns: ``None`` if the two cannot be compared: one is not a version, or
        only one is numbered by a year after 2015
    """
    if version is None:
        return None
    try:
        reached, wanted = _numbers(version), _numbers(release)
    except ValueError:
        return None
    years = [
        numbers[0] for numbers in (reached, wanted) if numbers[0] in YEARS
    ]
    if len(years) != 1:
        return reached >= wanted
    return (
        None if years[0] > _LAST_YEAR_OF_SERVICES else reached[0] not in YEARS
    )


def find_version(text: str) -> str | None:
    """Return the version in a text such as ``nova-compute 34.0.0``.

    :returns: ``None`` if the text has no version, or several
    """
    found = [word for word in text.split() if is_version(word)]
    return found[0] if len(found) == 1 else None


def introduced_problems(
    introduced: Any, end: Any, label: str
) -> Iterator[str]:
    """Yield what is wrong with ``introduced``, with a hint.

    :param end: the release that ends the workaround, or any other value
    :param label: what happens in that release, such as ``the removal``
    """
    if introduced is None:
        return
    found = introduced
    if not validation.is_list(found) or not found:
        found = (found,)
    if all(map(is_release, found)):
        for newer, older in itertools.pairwise(found):
            if not is_later_series(newer, older):
                yield (
                    f'introduced: the series of {older} is not older than '
                    f'that of {newer}; write the first release with the '
                    f'workaround, then the first of each older series'
                )
        for release in found if isinstance(end, str) else ():
            if has_reached(release, end):
                yield (
                    f'introduced: {release} is not before {label} in {end}; '
                    f'correct one of the two'
                )
        return
    for text in found:
        if not is_release(text):
            yield (
                f'introduced {text!r} is not a release; write the first '
                f"release with the workaround, such as '35.0.0', then the "
                f'first of each older series'
            )


def listed(introduced: str | Sequence[str] | None) -> Sequence[str]:
    """Return ``introduced`` as a sequence."""
    if introduced is None:
        return ()
    return (introduced,) if isinstance(introduced, str) else introduced


def has_introduced(
    version: str | None, introduced: Sequence[str]
) -> bool | None:
    """Return whether a version has what some releases introduced.

    :param introduced: first release with it, then the first release of each
        older series that it was backported to
    :returns: ``None`` if that is not known
    """
    if not introduced:
        return None
    first, *backports = introduced
    if has_reached(version, first):
        return True
    for backport in backports:
        if _series(version) == _series(backport) and has_reached(
            version, backport
        ):
            return True
    return has_reached(version, first)


def next_with(version: str | None, introduced: Sequence[str]) -> str:
    """Return the first release after a version that is in ``introduced``.

    :param introduced: as for :func:`has_introduced`, not empty
    """
    later = [
        release
        for release in introduced
        if has_reached(version, release) is False
    ]
    return later[-1] if later else introduced[0]


def is_later_series(version: str | None, release: str) -> bool:
    """Return whether the series of a version is later than a release's."""
    return bool(has_reached(version, release)) and (
        _series(version) != _series(release)
    )


def _series(version: str | None) -> tuple[int, ...] | None:
    """Return the numbers that all releases of a series have in common."""
    try:
        first, second, _ = _numbers(version or '')
    except ValueError:
        return None
    return (first, second) if first in YEARS else (first,)


def release_under_development(version: str, *, is_stable: bool) -> str:
    """Return the release that source code of a version will be part of.

    pbr counts up from the last tag, so the number of a change under review is
    lower than that of the next release: after 34.0.0 it is 34.0.1.dev1, or
    34.1.0.dev1 after a new feature, and the next release is 35.0.0.

    :param version: version, as pbr writes it
    :param is_stable: whether the source is of a stable branch, whose next
        release is the one that the number names
    :raises ValueError: the text is not a version
    """
    first, second, third = _numbers(version)
    is_numbered = (second, third) == (0, 0)
    # pbr's other kinds are pre-releases, whose number is the release's.
    is_development = parse(version).version_tuple()[3] == 'dev'
    if is_stable or is_numbered or not is_development:
        return f'{first}.{second}.{third}'
    if first in YEARS and second == 1:
        # There are two releases in a year.
        return f'{first}.2.0'
    return f'{first + 1}.{int(first in YEARS)}.0'


def installed(project: str) -> str | None:
    """Return the version of an installed Python distribution, if any."""
    from importlib import metadata  # Takes as long as this whole library.

    try:
        # Broken metadata can lack the version.
        return metadata.version(project)
    except (metadata.PackageNotFoundError, LookupError, TypeError):
        return None


def _numbers(version: str) -> tuple[int, int, int]:
    # A post-release is not a part of the next release.
    version = re.sub(r'\.?post\d*$', '', version)
    first, second, third = parse(version).brief_string().split('.')
    return int(first), int(second), int(third)
