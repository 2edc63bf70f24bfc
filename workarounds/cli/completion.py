# SPDX-License-Identifier: Apache-2.0
"""The completion of what is typed in a shell, from the parsers themselves.

``workarounds complete`` prints the script that makes a shell call it.
"""

import argparse
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
import contextlib
import os
from typing import Any

from argcomplete import completers
from argcomplete import finders
from argcomplete import lexers

from workarounds import diagnostics
from workarounds import exceptions
from workarounds.cli import app
from workarounds.cli import subcommands
from workarounds.declarations import discovery

#: Completes the value of an argument: the completions, with or without text.
Completer = Callable[..., Iterable[str] | Mapping[str, str]]

_FILES = completers.FilesCompleter()
#: By the metavar of an argument, where the metavar is enough.
_BY_METAVAR: Mapping[str, Completer] = {
    'AFTER': _FILES,
    'BEFORE': _FILES,
    'DIR': completers.DirectoriesCompleter(),
    'FILE': _FILES,
    'PATH': _FILES,
}


def complete() -> None:
    """Print the completions that the shell asks for, and exit."""
    line, point = os.environ['COMP_LINE'], int(os.environ['COMP_POINT'])
    _, _, _, words, _ = lexers.split_line(line, point)
    finders.CompletionFinder()(
        parser(app.Application(), words[1:]),
        # Offer options only after a dash; names are wanted more often.
        always_complete_options=False,
        default_completer=completers.SuppressCompleter(),
    )


def parser(
    application: app.Application, words: Sequence[str]
) -> argparse.ArgumentParser:
    """Return the parser of a command line, with completers.

    :param words: words before the cursor, which may name the subcommand
    """
    names = [name.split() for name, _ in application.command_manager]
    typed = _subcommand(application.parser, names, words)
    following = {
        name[len(typed)]
        for name in names
        if name[: len(typed)] == typed and name != typed
    }
    parents = [
        _parser_of_words([*([word] for word in typed), sorted(following)]),
        application.parser,
    ]
    if not following:
        # Without a package that it needs, it has no options to complete.
        with contextlib.suppress(ModuleNotFoundError):
            parents.append(subcommands.parser_of(application, ' '.join(typed)))
    by_destination = _completers(application)
    combined = argparse.ArgumentParser(add_help=False)
    for parent in parents:
        for action in parent._actions:
            # Both parsers have -h, with the same meaning.
            if not combined._option_string_actions.keys() & set(
                action.option_strings
            ):
                combined._add_action(_with_completer(action, by_destination))
        combined._mutually_exclusive_groups += (
            parent._mutually_exclusive_groups
        )
    return combined


def _subcommand(
    parser: argparse.ArgumentParser,
    names: Sequence[Sequence[str]],
    words: Sequence[str],
) -> list[str]:
    """Return the typed words of the subcommand's name."""
    try:
        _, rest = parser.parse_known_args(words)
    except SystemExit:
        # The value of the last option is being typed.
        return _subcommand(parser, names, words[:-1]) if words else []
    for length in (2, 1):
        if any(rest[:length] == name[:length] for name in names):
            return rest[:length]
    return []


def _parser_of_words(
    choices: Iterable[Sequence[str]],
) -> argparse.ArgumentParser:
    """Return a parser of the subcommand's name: the choices of each word."""
    parser = argparse.ArgumentParser(add_help=False)
    for number, words in enumerate(choices):
        if words:
            parser.add_argument(f'word {number}', choices=words)
    return parser


def _with_completer(
    action: argparse.Action, by_destination: Mapping[str, Completer]
) -> argparse.Action:
    completer = by_destination.get(action.dest)
    if completer is None and isinstance(action.metavar, str):
        completer = _BY_METAVAR.get(action.metavar)
    if completer is not None:
        # The attribute where argcomplete looks for it.
        action.completer = completer  # type: ignore[attr-defined]
    return action


def _completers(application: app.Application) -> Mapping[str, Completer]:
    """Return the completers by the destination of their arguments."""

    def catalogues(**_: Any) -> Iterable[str]:
        return discovery.installed_catalogues()

    def first_words(**_: Any) -> Iterable[str]:
        return {name.split()[0] for name, _ in application.command_manager}

    def workarounds(
        *, parsed_args: argparse.Namespace, **_: Any
    ) -> Mapping[str, str]:
        application.options = parsed_args
        try:
            registry = application.registry
        except exceptions.WorkaroundError:
            return {}
        return {workaround.name: workaround.summary for workaround in registry}

    def codes(*, action: argparse.Action, **_: Any) -> Mapping[str, str]:
        return {
            code: diagnostics.CODES[code].summary
            for code in action.choices or ()
        }

    return {
        'cmd': first_words,
        'ignore': codes,
        'log_file': _FILES,
        'name': workarounds,
        'namespace': catalogues,
        'only': workarounds,
        'workaround': workarounds,
    }
