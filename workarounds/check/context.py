# SPDX-License-Identifier: Apache-2.0
"""The configuration as the rules see it."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import copy
import dataclasses
import functools

from oslo_config import cfg

from workarounds import _text
from workarounds.check import cures
from workarounds.check import indented_lines
from workarounds.check import meanings
from workarounds.check import places as check_places
from workarounds.check import spelling as check_spelling
from workarounds.check import unknown_keys
from workarounds.check.cures import Deletions
from workarounds.check.places import Place
from workarounds.check.spelling import Spelling
from workarounds.check.unknown_keys import UnknownKey
from workarounds.config import indented
from workarounds.config import origin as config_origin
from workarounds.config import oslo_internals
from workarounds.config.files import Entry
from workarounds.declarations import releases
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.registry import Registry
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import GROUP
from workarounds.declarations.toggle import OptionName
from workarounds.diagnostics import CODES
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Location
from workarounds.diagnostics import Rule
from workarounds.diagnostics import Severity
from workarounds.status import Setting
from workarounds.status import Status
from workarounds.status import WorkaroundStatus


class ConfigurationRule(Rule):
    """A rule about a configuration."""

    file = 'nova.conf'
    deletions: Deletions | None = None

    def run(self, context: 'Context') -> Iterator[Diagnostic]:
        """Yield what is wrong, with one cure for each indented line."""
        rule = copy.copy(self)
        rule.deletions = context.deletions
        return rule.check(context)

    def check(self, context: 'Context') -> Iterator[Diagnostic]:
        """Yield what is wrong."""
        raise NotImplementedError

    def report(
        self,
        place: Place | Location,
        message: str,
        cure: str = '',
        *,
        subject: str = '',
        lowered_to: Severity | None = None,
        others: Sequence[Place] = (),
    ) -> Diagnostic:
        """Make a diagnostic that names the indented lines of a line.

        The cure says what to do about those that look like their own lines.

        :param others: further lines that the cure is about
        """
        if isinstance(place, Location):
            location = place
        else:
            location = check_places.location_of(place)
            clause = indented.continuation(location.line, location.end_line)
            message = f'{message.removesuffix(clause)}{clause}'
            cure = cure or CODES[self.code].cure
            own = '' if cure == cures.separation(place) else cure
            separation = cures.separation(place, others, self.deletions)
            cure = '; '.join(filter(None, (own, separation)))
        return super().report(
            location, message, cure, subject=subject, lowered_to=lowered_to
        )


@dataclasses.dataclass(frozen=True)
class Context:
    """A configuration as the rules see it.

    :param environ: the environment variables
    :param target_version: the release of the next upgrade
    """

    registry: Registry
    conf: cfg.ConfigOpts
    status: Status
    environ: Mapping[str, str]
    target_version: str | None = None

    @functools.cached_property
    def live(self) -> Sequence[WorkaroundStatus]:
        """The workarounds, without those that the release does not have."""
        return [
            status
            for status in self.status.workarounds
            if status.is_in_release is not False
        ]

    @property
    def described(self) -> str:
        """The catalogue that was searched, as a phrase."""
        catalogue = self.registry.catalogue
        if catalogue is None or catalogue.project is None:
            return 'the loaded catalogue'
        release = f' {catalogue.covers}' if catalogue.covers else ''
        return f'the catalogue of {catalogue.project}{release}'

    def release_of(self, declaration: Declaration) -> str | None:
        """Return the release that a declaration is assessed for, if known."""
        return self.status.release_of(declaration, self.registry)

    def is_newer_than_catalogue(self, release: str | None) -> bool:
        """Return whether a release is later than the catalogue covers."""
        catalogue = self.registry.catalogue
        if catalogue is None or catalogue.covers is None:
            return False
        covers = catalogue.covers
        return releases.is_later_series(release, covers)

    @functools.cached_property
    def groups(self) -> frozenset[str]:
        """The groups that have options of workarounds."""
        return frozenset(
            setting.option.group
            for status in self.status.workarounds
            for setting in status.settings
        ) | {GROUP}

    @functools.cached_property
    def options(self) -> frozenset[str]:
        """The options of [workarounds] that are live."""
        # A service that adopts its options one by one has undeclared ones.
        registered = (
            opt.dest
            for opt in oslo_internals.list_registered_opts(self.conf, GROUP)
        )
        former = (
            key
            for section, key in self.former_options
            if check_spelling.is_ours(section)
        )
        return frozenset((*registered, *former))

    @property
    def live_options(self) -> Iterator[str]:
        """The options of [workarounds] that the release may read."""
        for option in self.options:
            owner = self.owners.get(option, {}).get(GROUP)
            if isinstance(owner, RemovedWorkaround):
                # Only registered: the service ignores it.
                continue
            if owner is None or owner.is_in(self.release_of(owner)) is not (
                False
            ):
                yield option
        for removed in self.registry.removed:
            if removed.is_in(self.release_of(removed)):
                yield from (
                    name
                    for group, name in removed.option_names
                    if check_spelling.is_ours(group)
                )

    @functools.cached_property
    def former_options(self) -> frozenset[OptionName]:
        """The former names of options."""
        return frozenset(
            former
            for group in self.groups
            for opt in oslo_internals.list_registered_opts(self.conf, group)
            for former in config_origin.names_in_files(group, opt)[1:]
        )

    @functools.cached_property
    def owners(self) -> Mapping[str, Mapping[str, Declaration]]:
        """The declaration of each option, by its name and its group."""
        owners: dict[str, dict[str, Declaration]] = {}
        for declaration in (*self.registry.removed, *self.registry):
            for group, name in declaration.option_names:
                owners.setdefault(name, {})[group] = declaration
        return owners

    @functools.cached_property
    def spelling(self) -> Spelling:
        """Finds the option that a key was probably meant to be."""
        return Spelling(self.owners)

    def is_misspelt_section(self, section: str) -> bool:
        """Return whether a section was probably meant to be [workarounds]."""
        return check_spelling.is_misspelt(section) and (
            section not in self.conf
        )

    def shown_key(self, key: str) -> str:
        """Return a key, unless it can be a part of a value."""
        is_shown = self.spelling.is_certain(key) or _text.is_name(key)
        return key if is_shown else 'this key'

    def is_place_of(self, section: str, option: str) -> bool:
        """Return whether an option of a workaround belongs in a section."""
        return any(
            OptionName(group, option).matches(OptionName(section, option))
            for group in self.owners[option]
        )

    def find_removed(
        self, section: str, option: str
    ) -> RemovedWorkaround | None:
        """Return the removed workaround that had an option in a section.

        ``None`` too if the release still reads the option.
        """
        owner = self.registry.find_owner(OptionName(section, option))
        if not isinstance(owner, RemovedWorkaround):
            return None
        return None if owner.is_in(self.release_of(owner)) else owner

    def is_of_another_group(self, key: str) -> bool:
        """Return whether only a group other than [workarounds] has a key."""
        return key in self.owners and not self.is_place_of(GROUP, key)

    def find_named(self, key: str) -> Declaration | None:
        """Return the declaration whose name is the key."""
        declarations = (*self.registry, *self.registry.removed)
        return next((d for d in declarations if d.name == key), None)

    def find_toggle(self, name: str) -> Setting | None:
        """Return the toggle of a workaround, if it has an option."""
        return next(
            (
                status.toggle
                for status in self.status.workarounds
                if status.workaround.name == name
            ),
            None,
        )

    def is_of_service(self, entry: Entry) -> bool:
        """Return whether a key is a former name, or the service's own."""
        section, key = entry.section, entry.key
        if any(
            former.matches(OptionName(section, key))
            for former in self.former_options
        ):
            return True
        if section == 'DEFAULT':
            return key in self.conf
        try:
            group = self.conf[section]
        except (ValueError, cfg.Error):
            # Not a group; it may be an option with an invalid value.
            return False
        return isinstance(group, cfg.ConfigOpts.GroupAttr) and key in group

    @functools.cached_property
    def unknown_keys(self) -> tuple[UnknownKey, ...]:
        """Keys and variables that are not live options.

        In other groups than [workarounds], only options of removed
        workarounds and misspelt ones count: the service has its own there.
        """
        return tuple(unknown_keys.find_unknown_keys(self))

    @functools.cached_property
    def best_places(self) -> Mapping[OptionName, Place]:
        """The place to correct, for each option that unread lines mean."""
        return meanings.find_best(self)

    @functools.cached_property
    def deletions(self) -> Deletions:
        """Indented lines to delete, by the value that they continue."""
        return indented_lines.find_deletions(self)

    @functools.cached_property
    def has_group(self) -> bool:
        """Whether this registry should know all keys of [workarounds].

        A library whose options are in other groups leaves that to the service.
        """
        return any(
            check_spelling.is_ours(option.group)
            for declaration in (*self.registry, *self.registry.removed)
            for option in declaration.option_names
        )
