# SPDX-License-Identifier: Apache-2.0
"""What the rules know of a configuration."""

from collections.abc import Iterator
from collections.abc import Mapping
import dataclasses
import difflib
import functools

from oslo_config import cfg

from workarounds.config import files as config_files
from workarounds.config import help_text
from workarounds.config import origin as config_origin
from workarounds.config import oslo_internals
from workarounds.config.files import Entry
from workarounds.config.origin import Origin
from workarounds.declarations.declaration import RemovedWorkaround
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Location
from workarounds.diagnostics import Rule
from workarounds.status import Status


class ConfigurationRule(Rule):
    """A rule about a configuration."""

    file = 'nova.conf'

    def check(self, context: 'Context') -> Iterator[Diagnostic]:
        """Yield what is wrong."""
        raise NotImplementedError


@dataclasses.dataclass(frozen=True)
class UnknownKey:
    """A key of [workarounds], or a variable, that is not a live option.

    :param removed: whose option it was
    """

    key: str
    location: Location
    removed: RemovedWorkaround | None

    @property
    def cure(self) -> str:
        """How to get rid of it."""
        in_file = self.location.file is not None
        return 'delete the line' if in_file else 'unset it'


@dataclasses.dataclass(frozen=True)
class Context:
    """A configuration as the rules see it.

    :param environ: the environment variables
    """

    registry: Registry
    conf: cfg.ConfigOpts
    status: Status
    environ: Mapping[str, str]

    @functools.cached_property
    def options(self) -> frozenset[str]:
        """The options of [workarounds] that are live."""
        names = {
            option
            for workaround in self.registry
            for option in workaround.options
        }
        # A service that adopts its options one by one has others in the group.
        names.update(self.conf[oslo_internals.GROUP])
        names.update(
            key for section, key in self.former_options if is_ours(section)
        )
        return frozenset(names)

    @functools.cached_property
    def former_options(self) -> frozenset[tuple[str, str]]:
        """The sections and keys that options had before."""
        group = oslo_internals.GROUP
        return frozenset(
            (old.group or group, old.name or name)
            for name in self.conf[group]
            for old in oslo_internals.get_registered_opt(
                self.conf, name
            ).deprecated_opts
        )

    @functools.cached_property
    def unknown_keys(self) -> tuple[UnknownKey, ...]:
        """Keys and variables that are not live options."""
        return (*self._unknown_entries(), *self._unknown_variables())

    def _unknown_entries(self) -> Iterator[UnknownKey]:
        for entry in self.status.files.entries:
            if is_ours(entry.section) and entry.key not in self.options:
                owner = self.registry.find_owner(entry.key)
                removed = (
                    owner if isinstance(owner, RemovedWorkaround) else None
                )
                yield UnknownKey(entry.key, location_of(entry), removed)

    def _unknown_variables(self) -> Iterator[UnknownKey]:
        if not oslo_internals.uses_environment(self.conf):
            return
        removed = {
            config_origin.environment_variable(option): workaround
            for workaround in self.registry.removed
            for option in workaround.options
        }
        prefix = config_origin.environment_variable('')
        known = set(map(config_origin.environment_variable, self.options))
        for name in self.environ.keys() - known:
            if name.startswith(prefix):
                key = name.removeprefix(prefix).lower()
                location = Location(environment=name)
                yield UnknownKey(key, location, removed.get(name))


def is_ours(section: str) -> bool:
    """Return whether oslo.config reads a section as [workarounds]."""
    return config_files.same_section(section, oslo_internals.GROUP)


def is_misspelt(section: str) -> bool:
    """Return whether a section was probably meant to be ours, and is not."""
    plain = section.strip().lower().replace('-', '').replace('_', '')
    near = difflib.get_close_matches(
        plain, [oslo_internals.GROUP], cutoff=0.85
    )
    return bool(near) and not is_ours(section)


def location_of(place: Entry | Origin) -> Location:
    """Return where a line is, or what set an option."""
    if isinstance(place, Entry):
        return Location(place.file, place.line)
    match place.kind:
        case 'file':
            return Location(place.detail, place.line)
        case 'environment':
            return Location(environment=place.detail)
    return Location(source=str(place))


def bugs(workaround: Workaround) -> str:
    """Return the addresses of the bugs of a workaround."""
    return ', '.join(help_text.bugs(workaround)) or 'no bug stated'
