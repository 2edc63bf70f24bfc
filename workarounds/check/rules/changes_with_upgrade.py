# SPDX-License-Identifier: Apache-2.0
"""WA113: a line means something else, or nothing, after the upgrade."""

from collections.abc import Iterator

from workarounds.check import context as check_context
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.declarations import releases
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.status import WorkaroundStatus


class ChangesWithUpgrade(ConfigurationRule):
    """A line that the release of ``--target-version`` reads differently.

    That release removed or deprecated the option, is the first one that reads
    it, or is later than the newest release that the catalogue covers. Nothing
    is reported without ``--target-version``.
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
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each line that is read differently."""
        target = context.target_version
        if target is None:
            return
        yield from self._check_removed(context, target)
        for status in context.status.workarounds:
            message, cure = _change(context, status, target)
            for setting in status.settings if message else ():
                if setting.is_set:
                    yield self.report(
                        check_context.location_of(setting.origin),
                        f'{setting.option.name} {message}',
                        cure,
                        subject=status.workaround.name,
                    )

    def _check_removed(
        self, context: Context, target: str
    ) -> Iterator[Diagnostic]:
        for unknown in context.unknown_keys:
            removed = unknown.removed
            if removed is None or not releases.has_reached(
                target, removed.removed_in
            ):
                continue
            if removed.is_in(context.status.service_version) is False:
                # Removed already: another rule reports it.
                continue
            yield self.report(
                unknown.location,
                f'{unknown.key} is removed in {removed.removed_in} '
                f'({removed.reason})',
                f'before the upgrade, see what the reason asks for; after it, '
                f'{unknown.cure}',
                subject=removed.name,
            )


def _change(
    context: Context, status: WorkaroundStatus, target: str
) -> tuple[str, str]:
    """Return what changes for the lines of a workaround, and what to do."""
    workaround, release = status.workaround, status.release
    if context.registry.library_of(workaround) is not None:
        # The upgrade of the service says nothing of a library's release.
        return '', ''
    if status.is_in_release is False and workaround.is_in(target):
        return (
            f'is not read in {release}, and takes effect in {target}',
            'before the upgrade, delete the line unless you want that',
        )
    since = workaround.deprecated_since
    if since is not None and (
        releases.has_reached(target, since)
        and not releases.has_reached(release, since)
    ):
        return (
            f'is deprecated since {since} ({workaround.deprecated_reason})',
            'before the upgrade, try to do without; after it, delete the '
            'line, as a later release removes the option',
        )
    if context.is_newer_than_catalogue(target):
        return (
            f'may be removed or changed in {target}: {context.described} '
            f'covers no later release',
            'before the upgrade, see the release notes, or check again with '
            'a catalogue that covers that release',
        )
    return '', ''
