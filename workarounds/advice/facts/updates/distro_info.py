# SPDX-License-Identifier: Apache-2.0
"""Releases of Debian and Ubuntu, from the package ``distro-info-data``."""

from collections.abc import Iterator
import csv
import datetime
import os

from workarounds import _text
from workarounds import exceptions
from workarounds.advice.facts import hosts
from workarounds.advice.facts.updates.releases import Release

#: Where the package has them.
DIRECTORY = '/usr/share/distro-info'
_TITLES = {'debian': 'Debian', 'ubuntu': 'Ubuntu'}


def read_releases(directory: str) -> list[Release]:
    """Read the releases of both distributions; one file may be missing.

    :raises workarounds.exceptions.DataFileError: a file cannot be used, or
        there is none
    """
    found: list[Release] = []
    for distribution in _TITLES:
        path = os.path.join(directory, f'{distribution}.csv')
        try:
            with open(path, encoding='utf-8', newline='') as file:
                as_of = os.fstat(file.fileno()).st_mtime
                day = datetime.datetime.fromtimestamp(as_of, datetime.UTC)
                found += _releases(distribution, path, day.date(), file)
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, 'strerror', None) or 'is not UTF-8'
            raise exceptions.UnreadableDataFileError(
                f'{_text.printable(path)}: {reason}; install '
                f'distro-info-data again'
            ) from None
    if not found:
        raise exceptions.UnreadableDataFileError(
            f'{_text.printable(directory)}: has neither debian.csv nor '
            f'ubuntu.csv; install distro-info-data, or name their directory'
        )
    return found


def _releases(
    distribution: str,
    path: str,
    as_of: datetime.date,
    lines: Iterator[str],
) -> Iterator[Release]:
    reader = csv.DictReader(lines)
    for row in reader:
        try:
            version = (row['version'] or '').removesuffix(' LTS')
            if not row['series'] or None in row:
                raise ValueError
            # A suite that is never released has no version.
            if not version:
                continue
            if not hosts.is_platform(f'{distribution}:{version}'):
                raise ValueError
            yield Release(
                id=f'{distribution}:{version}',
                title=f'{_TITLES[distribution]} {row["version"]} '
                f'({row["series"]})',
                source=f'distro-info-data, {os.path.basename(path)} of '
                f'{as_of}',
                as_of=as_of,
                released=_date(row['release']),
                end_of_life=_date(row['eol']),
                long_term=_date(row.get('eol-lts')),
            )
        except (KeyError, ValueError):
            raise exceptions.DataFileError(
                f'{_text.printable(path)}:{reader.line_num}: is not a '
                f'release; install distro-info-data again'
            ) from None
    if reader.line_num < 2:  # noqa: PLR2004, the titles are the first
        raise exceptions.DataFileError(
            f'{_text.printable(path)}: has no release; install '
            f'distro-info-data again'
        )


def _date(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
