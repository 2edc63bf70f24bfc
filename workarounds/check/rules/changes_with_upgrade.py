# SPDX-License-Identifier: Apache-2.0
"""WA113: the target release reads a line differently, or has a new default."""

from collections.abc import Iterator

from workarounds import _text
from workarounds.check import cures
from workarounds.check import default_change
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.check.places import Place
from workarounds.config import files as config_files
from workarounds.config import oslo_internals
from workarounds.declarations import releases
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Location
from workarounds.diagnostics import Severity
from workarounds.status import WorkaroundStatus


class ChangesWithUpgrade(ConfigurationRule):
    """A line that the release of ``--target-version`` reads differently.

    That release has removed or deprecated the option, reads it for the first
    time, or is later than the catalogue covers. Or it has another default: the
    line then keeps the workaround as it is, and without a line the upgrade
    turns it on or off. Nothing is reported without ``--target-version``.
    """

    code = 'WA113'
    VALID = (
        Example(
            """
            [workarounds]
            disable_flush = true
            """,
            target_version='35.0.0',
        ),
        Example("""
            [workarounds]
            skip_snapshot = true
        """),
    )
    INVALID = (
        Example(
            """
            [workarounds]
            enable_consoleauth = true
            """,
            service_version='19.3.2',
            target_version='20.0.0',
        ),
        Example(
            """
            [workarounds]
            skip_snapshot = true
            """,
            service_version='32.0.1',
            target_version='33.0.0',
        ),
        Example(
            """
            [workarounds]
            skip_snapshot = true
            """,
            service_version='30.0.0',
            target_version='32.0.0',
        ),
        Example(
            """
            [workarounds]
            disable_flush = true
            """,
            target_version='37.0.0',
        ),
        Example(
            """
            [workarounds]
            disable_flush = false
            """,
            service_version='27.1.0',
            target_version='28.0.0',
        ),
        Example(
            """
            [workarounds]
            trim_images = true
            """,
            service_version='27.1.0',
            target_version='28.0.0',
        ),
        Example(
            """
            [workarounds]
            trim_images = false
            """,
            service_version='27.1.0',
            target_version='28.0.0',
        ),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each line that is read differently."""
        target = context.target_version
        if target is None:
            return
        for unknown in context.unknown_keys:
            removed = unknown.removed
            if removed is not None and not _is_of_library(context, removed):
                release = context.status.service_version
                change = _presence(removed, release, target)
                if change:
                    yield self._report(
                        unknown.place, unknown.key, removed, change
                    )
        for status in context.status.workarounds:
            workaround = status.workaround
            if _is_of_library(context, workaround):
                continue
            change = (
                _arrival(context, workaround, status.release, target)
                or _presence(workaround, status.release, target)
                or _deprecation(workaround, status.release, target)
                or _unknown(context, target)
            )
            for setting in status.settings:
                if change and setting.is_set:
                    yield self._report(
                        setting.origin,
                        setting.option.name,
                        workaround,
                        change,
                    )
            if workaround.is_in(target) is not False:
                yield from self._check_default(context, status, target)

    def _check_default(
        self, context: Context, status: WorkaroundStatus, target: str
    ) -> Iterator[Diagnostic]:
        toggle = status.toggle
        if toggle is None:
            return
        option = toggle.option
        newest = oslo_internals.get_registered_opt(context.conf, option)
        change = default_change.find(status, toggle, newest, target)
        if change is not None:
            yield self.report(
                toggle.origin
                if toggle.is_set
                else _file_for(option.group, context),
                f'{option.name} {change.message}',
                change.cure,
                subject=status.workaround.name,
                lowered_to=Severity.NOTE if change.is_harmless else None,
            )

    def _report(
        self,
        place: Place,
        option: str,
        declaration: Declaration,
        change: tuple[str, str],
    ) -> Diagnostic:
        message, cure = change
        return self.report(
            place,
            f'{option} {message}',
            cure.format(delete=cures.deletion(place)),
            subject=declaration.name,
        )


def _is_of_library(context: Context, declaration: Declaration) -> bool:
    """Return whether a library declares it, which has its own releases."""
    return context.registry.library_of(declaration) is not None


def _arrival(
    context: Context,
    workaround: Workaround,
    release: str | None,
    target: str,
) -> tuple[str, str] | None:
    """Return the change of a new option, if the target is not covered."""
    unknown = _unknown(context, target)
    if unknown is None or workaround.is_in(release) is not False:
        return None
    first = releases.next_with(release, releases.listed(workaround.introduced))
    message, cure = unknown
    return f'takes effect in {first} and {message}', cure


def _presence(
    declaration: Declaration, release: str | None, target: str
) -> tuple[str, str] | None:
    """Return the change if only one of two releases reads the option."""
    is_now, is_then = declaration.is_in(release), declaration.is_in(target)
    removed_in = getattr(declaration, 'removed_in', None)
    if is_now is False and is_then:
        until = f' (removed in {removed_in})' if removed_in else ''
        return (
            f'is not read in {release} and takes effect in {target}{until}',
            '{delete} before the upgrade, unless you want that effect',
        )
    if is_now is False or is_then is not False:
        return None
    if isinstance(declaration, RemovedWorkaround) and releases.has_reached(
        target, declaration.removed_in
    ):
        what = 'is removed'
        if declaration.still_registered:
            what = 'is still accepted and does nothing'
        return (
            f'{what} in {removed_in} ({_text.clause(declaration.reason)})',
            f'{declaration.precaution or "try to do without"} before the '
            f'upgrade; {{delete}} after it',
        )
    following = releases.next_with(
        target, releases.listed(declaration.introduced)
    )
    return (
        f'is not read in {target}, but again in {following}',
        f'do without before the upgrade, or upgrade to {following}',
    )


def _deprecation(
    workaround: Workaround, release: str | None, target: str
) -> tuple[str, str] | None:
    since = workaround.deprecated_since
    if since is None or (
        not releases.has_reached(target, since)
        or releases.has_reached(release, since)
    ):
        return None
    return (
        f'is deprecated since {since} '
        f'({_text.clause(str(workaround.deprecated_reason))})',
        'try to do without before the upgrade, then {delete}; a later release '
        'removes the option',
    )


def _unknown(context: Context, target: str) -> tuple[str, str] | None:
    if not context.is_newer_than_catalogue(target):
        return None
    return (
        f'may be removed or changed in {target}: {context.described} covers '
        f'no later release',
        'read the release notes before the upgrade, or check again with a '
        'catalogue that covers this release',
    )


def _file_for(group: str, context: Context) -> Location:
    """Return the file to which a line of a section would be added."""
    files = context.status.files
    paths = [
        section.file
        for section in files.sections
        if config_files.same_section(section.name, group)
    ] or [file.path for file in files.files]
    return Location(paths[-1] if paths else None)
