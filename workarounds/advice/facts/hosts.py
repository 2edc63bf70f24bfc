# SPDX-License-Identifier: Apache-2.0
"""The known facts of a host, as plain data."""

from collections.abc import Mapping
import dataclasses
import os
import re
from typing import Any
from typing import Literal

from workarounds.advice.facts import documents

SCHEMA_VERSION = 1

# As in the schema of host files, so that a written file can be read back.
_PLATFORM = re.compile(r'[A-Za-z0-9._-]+:[A-Za-z0-9._-]+', re.ASCII)
_VERSION = re.compile(r'[0-9][A-Za-z0-9_.+~:^-]*', re.ASCII)
_LONGEST = 200

PackageManager = Literal['dpkg', 'rpm']


def is_platform(text: str) -> bool:
    """Return whether a text can be ``ID:VERSION_ID`` of an os-release file."""
    return len(text) <= _LONGEST and bool(_PLATFORM.fullmatch(text))


def is_version(text: object) -> bool:
    """Return whether a value looks like a version of any scheme."""
    return (
        isinstance(text, str)
        and len(text) <= _LONGEST
        and bool(_VERSION.fullmatch(text))
    )


@dataclasses.dataclass(frozen=True)
class Unknown:
    """A fact that is not known, and why.

    :param reason: a clause that could follow "because"
    """

    reason: str


def not_installed(name: str) -> Unknown:
    """Return the fact that a package is not installed."""
    return Unknown(f'{name} is not installed')


Content = Literal['present', 'absent']


def found_in_file(is_there: bool) -> Content:
    """Return the word for a text that a file contains, or does not."""
    return 'present' if is_there else 'absent'


@dataclasses.dataclass(frozen=True)
class Installed:
    """A package as the package manager reports it.

    :param version: as the distribution writes versions
    :param vendor: who built the package, where the package manager knows
    """

    version: str
    vendor: str = ''


@dataclasses.dataclass(frozen=True)
class Reported:
    """The version that a component reports.

    :param version: as upstream writes versions
    :param program: path of the program that reported it
    :param package: package that owns the program, empty if none does,
        ``None`` if that is not known
    """

    version: str
    program: str = ''
    package: str | None = None


@dataclasses.dataclass(frozen=True)
class Host:
    """The known facts of a host, read from it or from a host file.

    :param platform: ``ID:VERSION_ID`` of its os-release file
    :param package_manager: the one whose versions ``packages`` has
    :param packages: the packages that were asked for, by name
    :param components: the versions that components report, by name
    :param service_version: version of the service that runs on the host
    :param contents: whether files contain a text, by ``/file: text``
    :param service: Python distribution whose version ``service_version`` is,
        ``None`` if not stated
    """

    platform: str | Unknown
    package_manager: PackageManager | Unknown = Unknown(
        'the facts do not include it'
    )
    packages: Mapping[str, Installed | Unknown] = dataclasses.field(
        default_factory=dict
    )
    components: Mapping[str, Reported | Unknown] = dataclasses.field(
        default_factory=dict
    )
    service_version: str | Unknown = Unknown('the facts do not include it')
    contents: Mapping[str, str | Unknown] = dataclasses.field(
        default_factory=dict
    )
    service: str | None = None

    @property
    def name(self) -> str:
        """The platform, or a phrase if it is not known."""
        if isinstance(self.platform, Unknown):
            return f'this platform ({self.platform.reason})'
        return self.platform

    def package(self, name: str) -> Installed | Unknown:
        """Return the installed package, or why it is not known."""
        if isinstance(self.package_manager, Unknown):
            return self.package_manager
        return self.packages.get(
            name, Unknown(f'the facts do not include the package {name}')
        )

    def component(self, name: str) -> Reported | Unknown:
        """Return the version of a component, or why it is not known."""
        return self.components.get(
            name, Unknown(f'the facts do not include the version of {name}')
        )

    def content(self, file: str, text: str) -> str | Unknown:
        """Return whether a file contains a text, as a ``Content`` word."""
        return self.contents.get(
            f'{file}: {text}', Unknown(f'the facts do not include {file}')
        )

    def to_data(self) -> dict[str, Any]:
        """Return the facts in the shape of a host file."""
        contents = {k: _plain(v) for k, v in self.contents.items()}
        return {
            'schema': SCHEMA_VERSION,
            'platform': _plain(self.platform),
            'package_manager': _plain(self.package_manager),
            'packages': {k: _plain(v) for k, v in self.packages.items()},
            'components': {k: _plain(v) for k, v in self.components.items()},
            'service_version': _plain(self.service_version),
            **({'service': self.service} if self.service else {}),
            **({'contents': contents} if contents else {}),
        }


def read_host(path: str | os.PathLike[str]) -> Host:
    """Read a host file.

    :raises workarounds.exceptions.DataFileError: with all problems, each with
        its file and line, and the cure
    """
    content = documents.read_document(path, 'host').content
    return Host(
        platform=_fact(str, content['platform']),
        package_manager=_fact(
            str, content.get('package_manager', _not_stated('package manager'))
        ),
        packages={
            name: _fact(Installed, fact)
            for name, fact in content.get('packages', {}).items()
        },
        components={
            name: _fact(Reported, fact)
            for name, fact in content.get('components', {}).items()
        },
        service_version=_fact(
            str, content.get('service_version', _not_stated('release'))
        ),
        service=content.get('service'),
        contents={
            question: _fact(str, fact)
            for question, fact in content.get('contents', {}).items()
        },
    )


def _not_stated(fact: str) -> dict[str, str]:
    return {'unknown': f'the host file does not state the {fact}'}


def _plain(fact: Any) -> Any:
    if isinstance(fact, Unknown):
        return {'unknown': fact.reason}
    if isinstance(fact, str):
        return fact
    # Fields at their default are left out.
    return {
        field.name: getattr(fact, field.name)
        for field in dataclasses.fields(fact)
        if getattr(fact, field.name) != field.default
    }


def _fact(kind: Any, data: Any) -> Any:
    if isinstance(data, str):
        return data
    if 'unknown' in data:
        return Unknown(data['unknown'])
    return kind(**data)
