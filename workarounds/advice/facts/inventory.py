# SPDX-License-Identifier: Apache-2.0
"""The content of a data file, and its age."""

import dataclasses
import datetime
import os

from workarounds.advice.facts import documents


@dataclasses.dataclass(frozen=True)
class Contents:
    """The numbers of rows in a data file.

    :param as_of: day of the facts
    :param versions: versions that platforms first shipped or have at least
    :param fixes: fixes of bugs, whatever the number of their packages
    """

    file: str
    as_of: datetime.date
    platforms: int
    components: int
    versions: int
    series: int
    services: int
    fixes: int

    def age(self, today: datetime.date) -> int:
        """Return the age in days."""
        return (today - self.as_of).days


def read_contents(path: str | os.PathLike[str]) -> Contents:
    """Count the rows of a data file.

    :raises workarounds.exceptions.DataFileError: the file cannot be used
    """
    document = documents.read_document(path, 'data')
    content = document.content
    versions, series, fixes = (
        sum(map(len, content.get(section, {}).values()))
        for section in ('ships', 'series', 'fixes')
    )
    return Contents(
        file=document.name,
        as_of=datetime.date.fromisoformat(content['as_of']),
        platforms=len(content.get('platforms', {})),
        components=len(content.get('components', {})),
        versions=versions,
        series=series,
        services=len(content.get('services', {})),
        fixes=fixes,
    )
