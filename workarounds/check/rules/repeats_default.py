# SPDX-License-Identifier: Apache-2.0
"""WA116: a line or variable sets an option to its default."""

from collections.abc import Iterator

from workarounds.check import deprecation
from workarounds.check import places as check_places
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config import help_text
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.status import Setting
from workarounds.status import WorkaroundStatus


class RepeatsDefault(ConfigurationRule):
    """A line or variable that changes nothing: without it, all is the same.

    It keeps the value if a later release has another default. Of a line that
    overrides one of another file, the cure says which line would count.
    """

    code = 'WA116'
    VALID = (
        Example("""
            [workarounds]
            disable_flush = true
        """),
        Example("""
            [workarounds]
            disable_flush = true
            disable_flush = false
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            disable_flush = false
        """),
        Example("""
            [workarounds]
            flush_images_delay = 0
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each toggle and parameter."""
        for status in context.live:
            for setting in status.settings:
                overridden = check_places.find_overridden(
                    setting, context.status.files
                )
                is_override = setting.is_set and setting.is_default
                if not (
                    setting.repeats_default or (is_override and overridden)
                ):
                    continue
                if setting.is_default_known and _has_another_rule(
                    status, setting, context
                ):
                    continue
                name, cure = setting.option.name, ''
                message = f'{name} repeats the default'
                if not setting.is_default_known:
                    defaults = help_text.defaults(
                        status.workaround, setting.opt
                    )
                    message = f'{name} repeats the newest default: {defaults}'
                    cure = (
                        'nothing to do; keep it if the service may be of an '
                        'earlier release'
                    )
                if not setting.repeats_default:
                    message = f'{message}, and overrides {overridden}'
                    cure = f'without it, {overridden} would count'
                yield self.report(
                    setting.origin,
                    message,
                    cure,
                    subject=status.workaround.name,
                )


def _has_another_rule(
    status: WorkaroundStatus, setting: Setting, context: Context
) -> bool:
    """Return whether another rule says to delete the line."""
    is_deprecated = setting is status.toggle and deprecation.find(
        status, context
    )
    return bool(is_deprecated) or check_places.is_by_former_name(
        setting, context.status.files
    )
