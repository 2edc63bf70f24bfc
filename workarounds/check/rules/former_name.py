# SPDX-License-Identifier: Apache-2.0
"""WA115: an option is set by a former name or in a former group."""

from collections.abc import Iterator

from workarounds.check import cures
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config import origin as config_origin
from workarounds.config import oslo_internals
from workarounds.config.files import Entry
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.toggle import OptionName
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Location
from workarounds.status import Setting


class FormerName(ConfigurationRule):
    """An option of a workaround that is set by a former name or group.

    The line works until a release no longer knows the former name. In the
    environment, oslo.config reads only the current name, so a variable with a
    former name has no effect.
    """

    code = 'WA115'
    VALID = (
        Example("""
            [workarounds]
            skip_image_check = false
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            no_image_check = false
        """),
        Example("""
            [images]
            skip_check = false
        """),
        Example("""
            [workarounds]
            skip_image_check = false
            [images]
            skip_check = true
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each such line or variable."""
        reported: set[Location] = set()
        for status in context.live:
            for setting in status.settings:
                for diagnostic in self._check_setting(
                    status.workaround, setting, context
                ):
                    # A parameter can belong to several groups of a toggle.
                    if diagnostic.location not in reported:
                        reported.add(diagnostic.location)
                        yield diagnostic

    def _check_setting(
        self, workaround: Workaround, setting: Setting, context: Context
    ) -> Iterator[Diagnostic]:
        option = setting.option
        names = config_origin.names_in_files(option.group, setting.opt)
        for former in names[1:]:
            for entry in context.status.files.entries:
                if former.matches(OptionName(entry.section, entry.key)):
                    yield self._report_line(workaround, setting, entry, former)
        yield from self._check_variables(
            workaround, option, names[1:], context
        )

    def _report_line(
        self,
        workaround: Workaround,
        setting: Setting,
        entry: Entry,
        former: OptionName,
    ) -> Diagnostic:
        option, origin = setting.option, setting.origin
        fact = f'{former} is a former name of {option}'
        is_used = setting.opt.multi or (
            (origin.detail, origin.line) == (entry.file, entry.line)
        )
        if is_used and setting.repeats_default and setting.is_default_known:
            return self.report(
                entry,
                f'{fact}, and the line repeats the default',
                cures.deletion(entry),
                subject=workaround.name,
            )
        if is_used:
            return self.report(
                entry,
                f'{fact} and still works',
                f'write {option.name} in [{option.group}]',
                subject=workaround.name,
            )
        return self.report(
            entry,
            f'{fact}, and {origin} overrides it',
            cures.deletion(entry),
            subject=workaround.name,
        )

    def _check_variables(
        self,
        workaround: Workaround,
        option: OptionName,
        former_names: list[OptionName],
        context: Context,
    ) -> Iterator[Diagnostic]:
        if not oslo_internals.uses_environment(context.conf):
            return
        current = config_origin.environment_variable(option)
        for former in former_names:
            variable = config_origin.environment_variable(former)
            if variable in context.environ and variable != current:
                yield self.report(
                    Location(environment=variable),
                    f'{former} is a former name of {option}; in the '
                    f'environment it has no effect',
                    f'set {current} instead',
                    subject=workaround.name,
                )
