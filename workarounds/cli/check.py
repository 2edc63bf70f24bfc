# SPDX-License-Identifier: Apache-2.0
"""``workarounds check``: what is wrong in the configuration."""

import argparse
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
import re
from typing import Any
from typing import Final

from workarounds import check
from workarounds.check import shortening
from workarounds.cli import arguments
from workarounds.cli import command
from workarounds.cli import documents
from workarounds.cli import loading
from workarounds.cli import reports
from workarounds.cli.help_format import ConfigurationHelpFormatter
from workarounds.config import files as config_files
from workarounds.config.files import ConfigFiles
from workarounds.config.files import Entry
from workarounds.declarations import releases
from workarounds.declarations.registry import Registry
from workarounds.declarations.toggle import GROUP
from workarounds.declarations.toggle import OptionName
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Severity

#: Cures that change the numbers of the lines below.
_MOVES: Final = re.compile(r'\b(delete|move)\b')
_ORDER: Final = (
    'Correct a file from its last line upwards, so that the numbers of the '
    'other lines stay right.'
)


class Check(reports.Report):
    """Report what is wrong in the configuration; exit 1 if anything is.

    Notes do not count unless --strict is given.
    """

    rules = check.RULES
    help_formatter = ConfigurationHelpFormatter
    is_without_arguments = True
    examples = (
        'workarounds --namespace nova check',
        'workarounds check --namespace nova --config-file nova.conf --strict',
    )
    counted = check.COUNTED
    counted_if_strict = frozenset((Severity.NOTE,))

    @property
    def formatter_namespace(self) -> str:
        """The entry points of the output formats."""
        return 'workarounds.formatters.check'

    def shorten(
        self, diagnostics: Sequence[Diagnostic]
    ) -> Iterable[Diagnostic]:
        """Return the first of each code, and how many more there are."""
        return shortening.shorten(diagnostics)

    def notices(self, diagnostics: Sequence[Diagnostic]) -> Iterable[str]:
        """Return in which order to correct a file, if that matters."""
        places = {
            (location.file, location.line)
            for diagnostic in diagnostics
            if (location := diagnostic.location).line is not None
            and _MOVES.search(diagnostic.cure)
        }
        files = {file for file, _ in places}
        return [_ORDER] if len(places) > len(files) else []

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the next release, and whether notes count."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            '--target-version',
            metavar='VERSION',
            type=arguments.version,
            help='also report what changes with an upgrade to this release',
        )
        parser.add_argument(
            '--strict',
            action='store_true',
            help='exit 1 for notes too; exit code 0 then means that no '
            'workaround or parameter is set, not even to its default',
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Check the configuration."""
        documents.refuse_columns(parsed_args)
        diagnostics: dict[str, list[Diagnostic]] = {}
        entries: set[Entry] = set()
        paths: set[str] = set()
        target = parsed_args.target_version
        services = loading.services(self.app, target_version=target)
        for registry in services:
            # Without a file, "nothing to report" would be misleading.
            conf = self.app.configuration(
                registry, needs_files=True, needs_lines=True
            )
            release = loading.release(self.app, registry)
            is_later = target is None or releases.has_reached(
                target, release.version or target
            )
            if is_later is False:
                raise command.UsageError(
                    f'--target-version {target} is before the release of the '
                    f'service, {release.version}; name a later one'
                )
            status = loading.status(self.app, registry, conf, release.version)
            diagnostics[loading.name(registry)] = check.check_status(
                registry, conf, status, target_version=target
            )
            paths |= {file.path for file in status.files.files}
            entries |= set(_about_workarounds(registry, status.files))
        service: dict[str, str | None] = dict.fromkeys(
            ('project', 'version', 'source')
        )
        if len(services) == 1:
            catalogue = registry.catalogue
            service = {
                'project': catalogue.project if catalogue else None,
                'version': release.version,
                'source': release.source,
            }
        return self.report(
            parsed_args,
            diagnostics,
            {**service, 'target_version': target},
            reports.Scope(len(paths), len(entries), paths),
        )


def _about_workarounds(
    registry: Registry, files: ConfigFiles
) -> Iterator[Entry]:
    """Return the lines that are about workarounds, as far as it is known."""
    for entry in files.entries:
        option = OptionName(entry.section, entry.key)
        if (
            config_files.same_section(entry.section, GROUP)
            or registry.find_owner(option) is not None
        ):
            yield entry
