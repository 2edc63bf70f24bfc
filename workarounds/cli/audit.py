# SPDX-License-Identifier: Apache-2.0
"""``workarounds audit``: what is wrong in source that has workarounds."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
import functools
import itertools
import shlex
from typing import Any

from workarounds import _text
from workarounds import audit
from workarounds.audit.context import location_of
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.scan_result import ScanResult
from workarounds.cli import arguments
from workarounds.cli import command
from workarounds.cli import documents
from workarounds.cli import layout
from workarounds.cli import reports
from workarounds.cli import required
from workarounds.cli import source
from workarounds.cli.help_format import SourceHelpFormatter
from workarounds.cli.layout import Block
from workarounds.cli.layout import Line
from workarounds.declarations import releases
from workarounds.diagnostics import Severity
from workarounds.source import projects
from workarounds.source import references
from workarounds.source.projects import Version
from workarounds.source.references import Reference

#: Formats that have no references.
_ANNOTATIONS = ('flake8', 'github', 'sarif')
_REFERENCE_TITLES = ('Where', 'Kind', 'Workaround', 'Text')


class Audit(reports.Report):
    """Report mistakes in source code with workarounds; exit 1 on errors.

    The code is read and not imported. Warnings do not count unless --strict is
    given, and notes never do.
    """

    rules = audit.RULES
    help_formatter = SourceHelpFormatter
    examples = (
        'workarounds audit .',
        'workarounds --namespace nova audit nova --references',
    )
    counted = frozenset((Severity.ERROR,))
    counted_if_strict = frozenset((Severity.WARNING,))
    wider = '-f flake8'

    @property
    def formatter_namespace(self) -> str:
        """The formats of rows, and those for CI."""
        return 'workarounds.formatters.audit'

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the paths, and what to report."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            'paths',
            nargs='+',
            metavar='PATH',
            help='a file, or a directory to be read with all that is below it',
        )
        parser.add_argument(
            '--strict', action='store_true', help='exit 1 for warnings too'
        )
        release = parser.add_mutually_exclusive_group()
        source.add_stable_argument(release)
        release.add_argument(
            '--release',
            type=arguments.release,
            metavar='VERSION',
            help='the release that the source will be part of, such as '
            '35.0.0 (default: the one that the version of the source leads '
            'to)',
        )
        parser.add_argument(
            '--references',
            action='store_true',
            help='print all references to workarounds, instead of diagnostics',
        )
        parser.add_argument(
            # An abbreviation of it would be one of --namespace too.
            '--workaround',
            action='append',
            default=[],
            metavar='NAME',
            help='with --references: only those to this workaround, given by '
            'its name or by a current or former option; repeatable',
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Scan the source, and check it."""
        self._refuse_what_does_not_fit(parsed_args)
        result = source.scan(self.app, parsed_args.paths, 'audit')
        if parsed_args.references:
            return self._references(result, parsed_args)
        version = self._version(parsed_args)
        release = None
        if version is not None:
            release = releases.release_under_development(
                version.text, is_stable=parsed_args.stable
            )
        answer = self.report(
            parsed_args,
            {
                '': audit.check(
                    result,
                    today=self.app.today,
                    service_version=None if version is None else version.text,
                    is_stable=parsed_args.stable,
                    why_removable=required.why_removable(
                        self.app, parsed_args.paths, release
                    ),
                    retire_command=functools.partial(
                        _retire_command,
                        self.app.options.namespace or (),
                        parsed_args.paths,
                    ),
                ),
            },
            self._described(version, parsed_args.paths),
            reports.Scope(result.file_count),
        )
        if any(
            diagnostic.name == 'skipped-file'
            for diagnostic in parsed_args.diagnostics
        ):
            self.app.is_incomplete = True
        self._sum_up(result, version, parsed_args.stable)
        return answer

    def _version(self, parsed_args: argparse.Namespace) -> Version | None:
        """Return the version that the source is checked for."""
        if parsed_args.release:
            return Version(parsed_args.release, '--release')
        paths = parsed_args.paths
        parsed_args.stable |= projects.is_stable_branch(paths)
        return source.service_version(self.app, paths)

    def _described(
        self, version: Version | None, paths: Sequence[str]
    ) -> dict[str, str | None]:
        """Return the service of the source, as far as it is known."""
        return {
            'project': source.project(self.app, paths),
            'version': version.text if version else None,
            'source': version.source if version else None,
        }

    def _refuse_what_does_not_fit(
        self, parsed_args: argparse.Namespace
    ) -> None:
        form = parsed_args.formatter
        if form in _ANNOTATIONS and parsed_args.references:
            raise command.UsageError(
                f'{form} is for diagnostics, not for --references; see -f csv'
            )
        documents.refuse_columns(parsed_args)
        if parsed_args.workaround and not parsed_args.references:
            raise command.UsageError(
                '--workaround selects references; give --references too'
            )

    def _sum_up(
        self, result: ScanResult, version: Version | None, is_stable: bool
    ) -> None:
        """Print what was scanned, which diagnostics do not show."""
        if self.app.options.verbose_level:
            self.app.warn(_summary(result, version, is_stable))
        unevaluated = (
            audit.unevaluated_expiries(result) if version is None else []
        )
        if unevaluated:
            self.app.is_incomplete = True
            self.app.warn(
                f'nothing beside or above the paths says which version of '
                f'the service this is, so the expiry of '
                f'{", ".join(unevaluated)} is not checked; give '
                f'--service-version'
            )

    def _references(
        self, result: ScanResult, parsed_args: argparse.Namespace
    ) -> tuple[Sequence[str], Iterable[Any]]:
        for skipped in result.skipped:
            line = '' if skipped.line is None else f':{skipped.line}'
            path = _text.printable(f'{skipped.path}{line}')
            reason = _text.printable(skipped.reason)
            self.app.warn_incomplete(f'{path}: not read: {reason}')
        declarations = result.declarations
        wanted = {
            declarations.require(name).name for name in parsed_args.workaround
        }
        # A test that sets parameters has a reference to each of them.
        chosen = {
            (
                reference.place,
                reference.kind,
                _owner(declarations, reference),
            ): reference
            for reference in result.references
            if not wanted or _owner(declarations, reference) in wanted
        }.values()
        parsed_args.envelope = self.envelope(
            self._described(None, parsed_args.paths),
            references=[
                {
                    'kind': reference.kind,
                    'location': location_of(reference.place).to_data(),
                    'subject': _owner(declarations, reference),
                    'text': _text.printable(reference.text),
                }
                for reference in chosen
            ],
        )
        parsed_args.text = [
            Block(
                [
                    layout.Whole(f'{reference.place}:'),
                    reference.kind,
                    _owner(declarations, reference),
                ],
                [Line([reference.text])],
                is_apart=False,
            )
            for reference in chosen
        ]
        return _REFERENCE_TITLES, [
            (
                _text.printable(str(reference.place)),
                reference.kind,
                _owner(declarations, reference),
                _text.printable(reference.text),
            )
            for reference in chosen
        ]


def _retire_command(
    namespaces: Sequence[str], paths: Sequence[str], name: str
) -> str:
    given = [('--namespace', namespace) for namespace in namespaces]
    options = itertools.chain.from_iterable(given)
    return shlex.join(['workarounds', *options, 'retire', name, *paths])


def _owner(declarations: DeclarationIndex, reference: Reference) -> str:
    """Return the name of the workaround, or what is written if none has it."""
    declaration = declarations.referred_to(reference)
    return _text.printable(
        reference.name if declaration is None else declaration.name
    )


def _summary(
    result: ScanResult, version: Version | None, is_stable: bool
) -> str:
    kinds = [reference.kind for reference in result.references]
    # A name that no declaration has is read, but is not a workaround.
    read = [
        result.declarations.referred_to(reference)
        for reference in result.references
        if reference.kind in references.READS
    ]
    names = {declaration.name for declaration in read if declaration}
    known = 'service version not known'
    if version is not None:
        known = f'service version {version.text} ({version.source})'
        release = releases.release_under_development(
            version.text, is_stable=is_stable
        )
        if release != version.text:
            branch = 'stable branch' if is_stable else 'main branch'
            known = f'expiries compared with {release} ({branch}); {known}'
    files = layout.count(result.file_count, 'file')
    return (
        f'{files}: {layout.count(len(read), "read")} of '
        f'{layout.count(len(names), "workaround")}, '
        f'{layout.count(kinds.count("setting"), "setting")} in tests; {known}'
    )
