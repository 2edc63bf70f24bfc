# SPDX-License-Identifier: Apache-2.0
"""``workarounds retire``: the patch that removes a workaround."""

import argparse
from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses
import difflib
import os
import re
from typing import get_args

from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.audit.scanner import ScanResult
from workarounds.cli import command
from workarounds.cli import source
from workarounds.declarations.toggle import Polarity
from workarounds.retire import planner
from workarounds.retire import project_files
from workarounds.retire import writer
from workarounds.retire.planner import Change
from workarounds.retire.planner import Plan
from workarounds.retire.session import Request


class Retire(command.Verb):
    """Write the patch that removes a workaround.

    The code becomes what it would be if the workaround were off for good.
    Nothing is changed unless --write is given; what cannot be done safely is
    left as it is and told with its line.
    """

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add what is to be removed, where, and how."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            'name', metavar='NAME', help='the workaround, or its option'
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
            help='do always what the workaround does: as if it were on for '
            'good',
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
            help='the version of the service that removes it, for the '
            'RemovedWorkaround that stays; the version of the project if '
            'left out',
        )
        parser.add_argument(
            '--reason',
            metavar='TEXT',
            default='',
            help='why it can go, for the RemovedWorkaround and the release '
            'note',
        )
        parser.add_argument(
            '--polarity',
            choices=get_args(Polarity),
            help='what the "yes" of the toggle meant, for a workaround of '
            'which nothing is left but its name',
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> int:
        """Work the retirement out, and print or write it."""
        result, request = self._scan(parsed_args)
        # Not before it is clear that the command makes sense.
        if self._finish(parsed_args):
            result, request = self._scan(parsed_args)
        project = project_files.find_project(parsed_args.paths)
        plan = planner.plan(request, result, project)
        for skipped in result.skipped:
            self.app.is_incomplete = True
            line = '' if skipped.line is None else f':{skipped.line}'
            self.app.warn(f'{skipped.path}{line}: {skipped.reason}')
        if plan.read_only:
            self.app.is_incomplete = True
        if parsed_args.write:
            writer.write_changes(plan.changes, parsed_args.paths[0])
        else:
            # By name for a reader; they are written in another order.
            self._print(sorted(plan.changes, key=lambda change: change.path))
        self._report(plan, parsed_args.write)
        is_incomplete = any(
            not report.is_informational for report in plan.reports
        )
        is_different = parsed_args.check and bool(plan.changes)
        return 1 if is_incomplete or is_different else 0

    def _scan(
        self, parsed_args: argparse.Namespace
    ) -> tuple[ScanResult, Request]:
        result = source.scan(self.app, parsed_args.paths, 'retire')
        return result, self._request(parsed_args, result)

    def _finish(self, parsed_args: argparse.Namespace) -> bool:
        """Finish an earlier run that was cut off, or say that there is one.

        :returns: whether files may have changed by that
        """
        if not writer.was_interrupted(parsed_args.paths[0]):
            return False
        if not parsed_args.write:
            self.app.warn(
                'an earlier run was cut off while it wrote; run it again '
                'with --write, which finishes it'
            )
            return False
        for path in writer.finish_interrupted(*parsed_args.paths):
            self.app.stderr.write(
                f'{path}: written, as an earlier run had begun to\n'
            )
        return True

    def _print(self, changes: Sequence[Change]) -> None:
        """Print the patch, with each file in its own encoding."""
        lines = [line for change in changes for line in _unified_diff(change)]
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
        """Say what is to be done.

        :raises workarounds.cli.command.UsageError: with what is missing
        """
        name, declarations = parsed_args.name, result.declarations
        declaration = declarations.find(name)
        if declaration is None:
            near = declarations.similar_names(name)
            raise command.UsageError(
                f'no workaround is called {name!r}; '
                + (
                    f'did you mean {" or ".join(near)}?'
                    if near
                    else 'declare it in the paths, or name its catalogue '
                    'with --namespace'
                )
            )
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
            # There is no declaration here that leaves a tombstone.
            return None
        version = source.service_version(self.app, parsed_args.paths)
        if version is None:
            raise command.UsageError(
                'nothing beside or above the paths says which version of the '
                'service removes it; give --removed-in'
            )
        return version.text

    def _report(self, plan: Plan, is_written: bool) -> None:
        """Say what a person has to look at, and where."""
        texts = {
            change.path: change.after if is_written else change.before
            for change in plan.changes
        }
        reported = {
            (
                report.path,
                report.line_in(texts.get(report.path)),
                report.message,
            )
            for report in plan.reports
        }
        for path, line, text in sorted(reported):
            self.app.stderr.write(f'{path}:{line}: {text}\n')
        if is_written:
            for change in plan.changes:
                self.app.stderr.write(f'{change.path}: written\n')
        elif not plan.changes:
            self.app.warn('nothing would change')


def _unified_diff(change: Change) -> Iterator[bytes]:
    """Return the lines of a unified diff, as git and patch read it."""
    old, new = (
        re.findall(rb'[^\n]*\n|[^\n]+', data or b'')
        for data in (change.before, change.after)
    )
    path = os.path.relpath(change.path)
    if ' ' in path:
        # So that it is clear where the name ends.
        path += '\t'
    names = [os.fsencode(f'{side}/{path}') for side in 'ab']
    if change.before is None:
        names[0] = b'/dev/null'
    for line in difflib.diff_bytes(
        difflib.unified_diff, old, new, names[0], names[1]
    ):
        if line.endswith(b'\n'):
            yield line
        else:
            yield line + b'\n\\ No newline at end of file\n'
