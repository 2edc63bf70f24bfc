# SPDX-License-Identifier: Apache-2.0
"""The rows of several data files, as if they were one."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any

from workarounds.advice.facts import bugs
from workarounds.advice.facts.documents import Document


class Rows:
    """The rows of documents, of which a later one replaces earlier ones."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = documents

    @property
    def days(self) -> list[str]:
        """Return the day of the facts of each document."""
        return [document.content['as_of'] for document in self.documents]

    def section(self, name: str) -> dict[str, Any]:
        """Return the rows of a section."""
        found: dict[str, Any] = {}
        for document in self.documents:
            found |= document.content.get(name, {})
        return found

    def nested(self, name: str) -> dict[str, dict[str, Any]]:
        """Return the rows of a section that has a mapping for each name."""
        found: dict[str, dict[str, Any]] = {}
        for document in self.documents:
            for key, rows in document.content.get(name, {}).items():
                found[key] = found.get(key, {}) | rows
        return found

    @property
    def fixes(self) -> list[dict[str, Any]]:
        """The fixes, one for each component and bug.

        A later file adds to an earlier one, and replaces only the same facts.
        """
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for document in self.documents:
            for component, rows in document.content.get('fixes', {}).items():
                for bug, row in rows.items():
                    key = (component, bugs.identity(bug))
                    known = found.get(key, {})
                    found[key] = {
                        **known,
                        **row,
                        'component': component,
                        'bug': bug,
                        'packages': {
                            **known.get('packages', {}),
                            **row.get('packages', {}),
                        },
                        'place': document.place(('fixes', component, bug)),
                    }
        return list(found.values())

    def problems(self) -> Iterator[str]:
        """Yield a message for each row that refers to missing facts."""
        platforms = self.section('platforms')
        for document in self.documents:
            for path, platform in _mentions(document.content):
                if platform not in platforms:
                    yield document.describe_problem(
                        path,
                        'no data file has that platform; add it to platforms',
                    )
                elif not _names_origin(path, platforms[platform]):
                    yield document.describe_problem(
                        path,
                        'no data file says how to recognise the packages of '
                        'that platform; add marks and vendors to it',
                    )
            for path, platform in _long_terms(document.content):
                if 'long_term' not in platforms.get(platform, {}):
                    yield document.describe_problem(
                        path,
                        'no data file says when the long-term support of '
                        'that platform ends; add long_term to it',
                    )


def _mentions(
    content: Mapping[str, Any],
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each place that names a platform, and the platform."""
    for name, rows in content.get('ships', {}).items():
        for platform in rows:
            yield ('ships', name, platform), platform
    for name, service in content.get('services', {}).items():
        for platform in service['platforms']:
            yield ('services', name, 'platforms', platform), platform
    for name, fixes in content.get('fixes', {}).items():
        for bug, fix in fixes.items():
            for platform in fix.get('packages', {}):
                yield ('fixes', name, bug, 'packages', platform), platform


def _names_origin(path: tuple[str | int, ...], row: Mapping[str, Any]) -> bool:
    """Return whether the packages of a platform can be recognised."""
    if path[0] == 'services':
        return True
    return row['packages'] != 'rpm' or 'vendors' in row


def _long_terms(
    content: Mapping[str, Any],
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each place that needs the end of long-term support."""
    for name, service in content.get('services', {}).items():
        for platform, row in service['platforms'].items():
            if row.get('until') == 'long_term':
                path = ('services', name, 'platforms', platform, 'until')
                yield path, platform
