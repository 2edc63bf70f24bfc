# SPDX-License-Identifier: Apache-2.0
"""``workarounds advise``: which workarounds this host needs."""

import argparse
from collections.abc import Iterator
from collections.abc import Sequence
import os
from typing import Any

from workarounds import _text
from workarounds import check
from workarounds.advice.evaluate import meant_lines
from workarounds.advice.evaluate.host import Advice
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.render import action_text
from workarounds.advice.render import envelopes
from workarounds.advice.render import sentences
from workarounds.check.context import Context
from workarounds.cli import advise_text
from workarounds.cli import assessments
from workarounds.cli import documents
from workarounds.cli import inputs
from workarounds.cli import loading
from workarounds.cli import reports
from workarounds.cli.help_format import ConfigurationHelpFormatter
from workarounds.declarations.registry import Registry
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Location

_TITLES = (
    'Workaround',
    'Status',
    'Message',
    'State',
    'Set in',
    'To do',
    'Reason',
    'Action',
    'Weakens security',
    'Bugs',
)
#: Lines that set nothing, so that there is nothing to advise.
_UNKNOWN_LINES = (
    'unknown-option',
    'misspelt-section',
    'misplaced-option',
    'indented-line',
)
#: Formats that have the sentence about these lines in themselves.
_WITH_MESSAGE = ('text', 'json', 'yaml')
_FOR_PROGRAMS = ('Reason', 'Action', 'Weakens security', 'Bugs')
#: Columns of a terminal that a table of sentences takes.
_WIDE = 80


class Advise(assessments.Assessments):
    """Say for each workaround whether this host needs it, and what to do.

    Nothing is changed. Workarounds that need a change come first, then those
    that are set, in the order of the lines. Exit 1 if any needs a change, or
    if check reports an error or a warning.
    """

    help_formatter = ConfigurationHelpFormatter
    is_without_arguments = True
    examples = (
        'workarounds --namespace nova advise',
        'workarounds --namespace nova advise --host host.json --all',
    )

    @property
    def formatter_namespace(self) -> str:
        """The entry points of the output formats."""
        return 'workarounds.formatters.advise'

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the arguments that choose the host and the workarounds."""
        parser = super().get_parser(prog_name)
        inputs.add_data_argument(parser)
        machine = parser.add_mutually_exclusive_group()
        machine.add_argument(
            '--host',
            metavar='FILE',
            help='assess another host instead of this one, from the output of '
            'workarounds facts on that host',
        )
        inputs.add_root_argument(machine)
        parser.add_argument(
            '--only',
            action='append',
            default=[],
            metavar='NAME',
            help='assess only this workaround; repeatable',
        )
        parser.add_argument(
            '--all',
            action='store_true',
            help='also show workarounds that are off and need no change; all '
            'formats but text have them anyway',
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Compute the assessments."""
        documents.refuse_columns(parsed_args)
        self.app.is_elsewhere = bool(
            parsed_args.host or parsed_args.root != '/'
        )
        registry = loading.service(self.app)
        host = None
        if parsed_args.host:
            host = inputs.read_host(self.app, parsed_args.host, registry)
        conf = self.app.configuration(registry, needs_lines=True)
        dataset = inputs.dataset(self.app, parsed_args, registry)
        only = [registry.find_declaration(name) for name in parsed_args.only]
        if only:
            registry = registry.restricted_to(only)
        if host is None:
            host = inputs.survey(self.app, parsed_args, registry, dataset)
        version_source = inputs.version_source(self.app, parsed_args)
        version = host.service_version
        status = loading.status(
            self.app,
            registry,
            conf,
            version if isinstance(version, str) else None,
            dict(_library_versions(registry, host)),
        )
        service = inputs.service(registry, dataset, version)
        advice = meant_lines.advise(
            registry, conf, status, host, dataset, service=service
        )
        context = Context(registry, conf, status, os.environ)
        diagnostics = check.check_status(registry, conf, status)
        if only:
            self._warn_of_removed(registry, advice)
            names = {declaration.name for declaration in only}
            diagnostics = [it for it in diagnostics if it.subject in names]
        idle = _lines_without_effect(diagnostics) if not only else []
        counted = [it for it in diagnostics if it.severity in check.COUNTED]
        further = advise_text.further(idle, counted, advice)
        if further and parsed_args.formatter not in _WITH_MESSAGE:
            self.app.warn(further)
        parsed_args.facts_as_of = dataset.as_of
        parsed_args.envelope = envelopes.advice(
            advice,
            host,
            envelopes.AssessedService.of(
                registry,
                service,
                version if isinstance(version, str) else None,
                version_source,
            ),
            dataset.as_of,
            idle,
            message=further,
        )
        if counted or any(assessed.action.is_due for assessed in advice):
            self.exit_code = 1
        at_the_end = [further] if further else []
        if self.app.is_incomplete:
            at_the_end.append(reports.INCOMPLETE)
        parsed_args.text = advise_text.blocks(
            advice,
            status,
            facts_as_of=dataset.as_of,
            has_all=parsed_args.all or bool(only),
            meant={
                owner.name
                for option in context.best_places
                if (owner := registry.find_owner(option))
            },
            further=at_the_end,
        )
        is_for_people = parsed_args.formatter in ('text', 'table')
        rows = [self._row(assessed, is_for_people) for assessed in advice]
        if not is_for_people or parsed_args.columns:
            return _TITLES, rows
        width = self.app.terminal_width or _WIDE
        leave_out: tuple[str, ...] = ()
        if parsed_args.formatter == 'table' and width < _WIDE:
            leave_out = ('State', 'Set in')
            self.app.warn(
                f'the terminal is too narrow for the columns '
                f'{", ".join(leave_out)}; see -f text'
            )
        return self.drop_columns(_TITLES, rows, (*leave_out, *_FOR_PROGRAMS))

    def _warn_of_removed(
        self, registry: Registry, advice: Sequence[Advice]
    ) -> None:
        reported = {assessed.name for assessed in advice}
        for removed in registry.removed:
            if removed.name not in reported:
                self.app.warn(
                    f'{removed.name} was removed in {removed.removed_in} '
                    f'({_text.clause(removed.reason)}), and no file sets it'
                )

    def _row(self, advice: Advice, is_for_people: bool) -> tuple[Any, ...]:
        action = advice.action
        return (
            advice.name,
            self.word(str(advice.assessment.status)),
            sentences.explain(advice.assessment),
            self.word(advice.state),
            action_text.place(advice.set_in),
            self.lines(action_text.lines(action))
            if is_for_people
            else action_text.one_line(action),
            str(advice.assessment.reason),
            str(action.kind),
            advice.weakens_security,
            self.lines(advice.bugs),
        )


def _lines_without_effect(diagnostics: Sequence[Diagnostic]) -> list[Location]:
    """Return the places of lines and variables that set no workaround."""
    places = [
        diagnostic.location
        for diagnostic in diagnostics
        if diagnostic.name in _UNKNOWN_LINES
        # The lines of removed options are among the assessments.
        or (
            diagnostic.name == 'removed-option'
            and diagnostic.location.file is None
        )
    ]
    return sorted(
        places, key=lambda it: (it.file is None, it.file or '', it.line or 0)
    )


def _library_versions(
    registry: Registry, host: Host
) -> Iterator[tuple[str, str]]:
    """Return the versions of the libraries that the host has."""
    for _, catalogue in registry.catalogues:
        if catalogue.project is not None:
            reported = host.component(f'pypi:{catalogue.project}')
            if isinstance(reported, Reported):
                yield catalogue.project, reported.version
