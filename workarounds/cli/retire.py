# SPDX-License-Identifier: Apache-2.0
"""``workarounds retire``: the patch that removes a workaround."""

import argparse
from collections.abc import Sequence
import dataclasses
from typing import Final
from typing import get_args

from workarounds import _text
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.audit.scan_result import ScanResult
from workarounds.cli import arguments
from workarounds.cli import command
from workarounds.cli import patches
from workarounds.cli import progress
from workarounds.cli import source
from workarounds.cli.help_format import SourceHelpFormatter
from workarounds.declarations import releases
from workarounds.declarations.toggle import Polarity
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Location
from workarounds.diagnostics import Severity
from workarounds.retire import planner
from workarounds.retire import project_files
from workarounds.retire import targets
from workarounds.retire import writer
from workarounds.retire.planner import Change
from workarounds.retire.planner import Plan
from workarounds.retire.request import Request
from workarounds.retire.writer import Writer
from workarounds.source import projects
from workarounds.source.index import IndexCache

_LINKED: Final = 'its other names, as hard links, keep the old text'


class Retire(command.Subcommand):
    """Print the patch that removes a workaround, or apply it with --write.

    The code becomes what it would be if the workaround were off for good.
    Anything unsafe to change is left alone and reported as file:line. The line
    is that of the old file, and with --write that of the new one.
    """

    help_formatter = SourceHelpFormatter
    examples = (
        'workarounds retire disable_rootwrap nova',
        'workarounds --namespace nova retire disable_rootwrap nova --write',
    )

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Return the parser of the arguments."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            'name',
            metavar='NAME',
            help='the name of the workaround, or of one of its current or '
            'former options',
        )
        parser.add_argument(
            'paths',
            nargs='+',
            metavar='PATH',
            help='a file, or a directory with everything in it',
        )
        parser.add_argument(
            '--keep-behaviour',
            action='store_true',
            help='keep what the workaround does, as if it were always on',
        )
        parser.add_argument(
            '-f',
            '--format',
            choices=('patch', *patches.DOCUMENTS),
            default='patch',
            help='what to print: the patch, with diagnostics on stderr, or '
            'a document with the diagnostics (default: patch)',
        )
        what = parser.add_mutually_exclusive_group()
        what.add_argument(
            '--write',
            action='store_true',
            help='change the files, all of them or none',
        )
        what.add_argument(
            '--check',
            action='store_true',
            help='exit 1 if anything would change',
        )
        parser.add_argument(
            '--removed-in',
            metavar='VERSION',
            type=arguments.release,
            help='the first release without it, for the RemovedWorkaround '
            '(default: the one that the version of the project leads to)',
        )
        source.add_stable_argument(parser)
        parser.add_argument(
            '--reason',
            metavar='TEXT',
            default='',
            help='why it can be removed, for the RemovedWorkaround and the '
            'release note',
        )
        parser.add_argument(
            '--polarity',
            choices=get_args(Polarity),
            help='whether true turned it on (enabled_by) or off '
            '(disabled_by), if its declaration was removed already',
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> int:
        """Plan the retirement, and print or write it."""
        targets.refuse_links(parsed_args.paths)
        if not parsed_args.write:
            return self._run(parsed_args, None)
        with writer.open_writer(parsed_args.paths) as opened:
            return self._run(parsed_args, opened)

    def _run(
        self, parsed_args: argparse.Namespace, opened: Writer | None
    ) -> int:
        indexes = IndexCache()
        result, request = self._scan(parsed_args, indexes)
        # Only after the arguments have been checked.
        if self._finish(parsed_args, opened):
            result, request = self._scan(parsed_args, indexes)
        project = project_files.find_project(parsed_args.paths, indexes)
        bar = progress.Progress(self.app.stderr, 'retire')
        try:
            plan = planner.plan(request, result, project, bar)
        finally:
            bar.clear()
        for skipped in result.skipped:
            self.app.is_incomplete = True
            line = '' if skipped.line is None else f':{skipped.line}'
            path = _text.printable(skipped.path)
            self.app.warn(f'{path}{line}: {_text.printable(skipped.reason)}')
        if plan.read_only:
            self.app.is_incomplete = True
        linked: Sequence[str] = ()
        if opened:
            linked = opened.write(plan.changes)
        diagnostics = plan.diagnostics(is_written=parsed_args.write)
        diagnostics += [
            Diagnostic('WA313', Location(path), _LINKED, subject=plan.name)
            for path in linked
        ]
        if parsed_args.format == 'patch':
            self._print_text(plan, diagnostics, parsed_args)
        else:
            # A patch needs nothing of it, and starts in three quarters of the
            # time.
            from workarounds.cli import evidence

            workaround = evidence.describe(
                self.app, parsed_args.paths, result, request
            )
            text = patches.document(
                parsed_args.format,
                source.project(self.app, parsed_args.paths),
                diagnostics,
                plan,
                workaround,
            )
            self.app.stdout.write(text)
        self._tell_written(plan, parsed_args)
        is_different = parsed_args.check and bool(plan.changes)
        is_left = any(
            diagnostic.severity != Severity.NOTE for diagnostic in diagnostics
        )
        return 1 if is_left or is_different else 0

    def _scan(
        self, parsed_args: argparse.Namespace, indexes: IndexCache
    ) -> tuple[ScanResult, Request]:
        result = source.scan(self.app, parsed_args.paths, 'retire', indexes)
        return result, self._request(parsed_args, result)

    def _finish(
        self, parsed_args: argparse.Namespace, opened: Writer | None
    ) -> bool:
        """Finish an interrupted run, or warn that there is one.

        :returns: whether files may have changed
        """
        if not writer.was_interrupted(parsed_args.paths):
            return False
        if opened is None:
            self.app.warn(
                'an earlier run was interrupted while it wrote; run it again '
                'with --write to finish it'
            )
            return False
        finished = opened.finish_interrupted()
        for path in finished.written:
            self._tell(path, 'written, to finish an earlier run')
        for path in finished.changed:
            self._tell(
                path,
                'not written to finish an earlier run, because it has '
                'changed since',
            )
        return True

    def _tell(self, path: str, text: str) -> None:
        self.app.stderr.write(
            f'{_text.printable(path)}: {_text.printable(text)}\n'
        )

    def _print_text(
        self,
        plan: Plan,
        diagnostics: Sequence[Diagnostic],
        parsed_args: argparse.Namespace,
    ) -> None:
        if not parsed_args.write:
            self._print_patch(patches.sorted_changes(plan))
        for diagnostic in diagnostics:
            self._tell(
                str(diagnostic.location),
                f'{diagnostic.code} {diagnostic.text}',
            )

    def _tell_written(
        self, plan: Plan, parsed_args: argparse.Namespace
    ) -> None:
        if parsed_args.write:
            for change in patches.sorted_changes(plan):
                self._tell(change.path, 'written')
        elif not plan.changes:
            self.app.warn('nothing would change')

    def _print_patch(self, changes: Sequence[Change]) -> None:
        """Print the patch, with each file in its own encoding."""
        lines = [
            line for change in changes for line in patches.unified_diff(change)
        ]
        stream = getattr(self.app.stdout, 'buffer', None)
        if stream is None:
            text = b''.join(lines).decode('utf-8', 'replace')
            self.app.stdout.write(text)
            return
        self.app.stdout.flush()
        stream.writelines(lines)
        stream.flush()

    def _request(
        self, parsed_args: argparse.Namespace, result: ScanResult
    ) -> Request:
        """Return the request.

        :raises workarounds.cli.command.UsageError: it is not complete
        """
        declaration = result.declarations.require(parsed_args.name)
        if parsed_args.polarity:
            if declaration.polarity not in (None, parsed_args.polarity):
                raise command.UsageError(
                    f'{declaration.name} is declared with '
                    f'{declaration.polarity}; leave --polarity out'
                )
            declaration = dataclasses.replace(
                declaration, polarity=parsed_args.polarity
            )
        return Request(
            declaration,
            is_on=parsed_args.keep_behaviour,
            removed_in=self._removed_in(parsed_args, declaration),
            reason=parsed_args.reason,
        )

    def _removed_in(
        self, parsed_args: argparse.Namespace, declaration: DeclarationInfo
    ) -> str | None:
        if parsed_args.removed_in:
            return str(parsed_args.removed_in)
        if declaration.place is None or declaration.removed_in is not None:
            # There is no declaration to replace by a tombstone.
            return None
        version = source.service_version(self.app, parsed_args.paths)
        if version is None:
            raise command.UsageError(
                'the version of the service was not found beside or above the '
                'paths; give --removed-in'
            )
        is_stable = parsed_args.stable or projects.is_stable_branch(
            parsed_args.paths
        )
        return releases.release_under_development(
            version.text, is_stable=is_stable
        )
