# SPDX-License-Identifier: Apache-2.0
"""WA106: an option is set more than once in one file."""

from collections.abc import Iterator
from collections.abc import Sequence
from typing import Final

from workarounds.check import cures
from workarounds.check import deprecation
from workarounds.check import spelling
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config import indented
from workarounds.config.files import Entry
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.toggle import OptionName
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example

#: How many lines are named. Only a broken file has more for one option.
_MOST: Final = 20


class RepeatedOption(ConfigurationRule):
    """Two lines of one file that set the same option.

    oslo.config takes the last line; of an option that can be given several
    times it takes all. A line that overrides one of an earlier file is not
    reported, because files are meant to be used so.
    """

    code = 'WA106'
    VALID = (
        Example("""
            [workarounds]
            disable_flush = true
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            disable_flush = true
            disable_flush = false
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each option, at its last line."""
        groups = {group.lower() for group in context.groups}
        # All lines of these options count.
        multiple = {
            (setting.option.group.lower(), setting.option.name)
            for status in context.status.workarounds
            for setting in status.settings
            if setting.opt.multi
        }
        corrections = dict(_corrections(context))
        deprecated = {
            (entry.file, entry.line)
            for status in context.status.workarounds
            if (found := deprecation.find(status, context))
            for entry in found.lines
        }
        for file in context.status.files.files:
            lines: dict[tuple[str, str], list[Entry]] = {}
            for entry in file.entries:
                section = entry.section.lower()
                if section in groups:
                    lines.setdefault((section, entry.key), []).append(entry)
            for (section, key), entries in lines.items():
                if len(entries) == 1:
                    continue
                if (section, key) in multiple:
                    continue
                owner = context.registry.find_owner(OptionName(section, key))
                if not _is_read(owner, section, key, context):
                    continue
                # An option with capitals is one of the catalogue.
                shown = key if owner else context.shown_key(key)
                *before, last = entries
                correction = corrections.get((last.file, last.line))
                cure = f'the last line counts; delete {_shown(before)}'
                if (last.file, last.line) in deprecated:
                    # WA107 is about all of them.
                    cure = (
                        f'the last line counts; if you keep it, delete '
                        f'{_shown(before)}'
                    )
                if correction:
                    cure = (
                        f'{correction} in line {last.line}, and delete '
                        f'{_shown(before)}'
                    )
                yield self.report(
                    last,
                    f'{shown} is set '
                    f'{len(entries)} times, in lines {_listed(entries)}',
                    cure,
                    subject='' if owner is None else owner.name,
                    others=before,
                )


def _corrections(
    context: Context,
) -> Iterator[tuple[tuple[str, int | None], str]]:
    """Yield the lines whose value is not accepted, and what to write."""
    files = context.status.files
    for status in context.status.workarounds:
        for setting in status.settings:
            if setting.invalid is not None:
                _, cure = cures.correction(setting, setting.invalid, files)
                if not setting.invalid.cure:
                    yield (setting.origin.detail, setting.origin.line), cure


def _is_read(
    owner: Declaration | None, section: str, key: str, context: Context
) -> bool:
    """Return whether one of several lines counts.

    Other rules report each line of a removed option. An option of the service
    may accept many lines.
    """
    if owner is None:
        return spelling.is_ours(section) and key in context.options
    return (
        isinstance(owner, Workaround)
        or owner.is_in(context.release_of(owner)) is not False
    )


def _shown(entries: Sequence[Entry]) -> str:
    """Return the lines to delete."""
    if len(entries) == 1:
        return indented.shown_lines(entries[0].line, entries[0].value_end)
    if len(entries) > _MOST:
        return 'all others'
    return f'lines {_listed(entries)}'


def _listed(entries: Sequence[Entry]) -> str:
    *others, last = (
        indented.shown_range(entry.line, entry.value_end) for entry in entries
    )
    if len(others) > _MOST:
        others = [*others[:_MOST], '...']
    return f'{", ".join(others)} and {last}'
