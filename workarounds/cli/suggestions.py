# SPDX-License-Identifier: Apache-2.0
"""The commands and options that were probably meant."""

import argparse
from collections.abc import Iterable
import difflib
import re


def unknown_command(word: str, commands: Iterable[str]) -> str:
    """Return the error message for a subcommand that does not exist."""
    names = sorted(commands)
    near = difflib.get_close_matches(word.lower(), names) or names
    return f'unknown command {word!r}; did you mean {" or ".join(near)}?'


def instead_of(
    word: str, commands: Iterable[str], parser: argparse.ArgumentParser
) -> str:
    """Return the error message for a word where a subcommand should be."""
    if not word.startswith('-'):
        return unknown_command(word, commands)
    message = f'unrecognized option before the command: {word}'
    # --target-version of check is not to be taken for --version.
    near = with_near_option(message, parser, cutoff=0.8)
    if near != message:
        return near
    return f'{message}; write the options of a command after it'


def with_near_option(
    message: str, *parsers: argparse.ArgumentParser, cutoff: float = 0.6
) -> str:
    """Return an error message, with the option that was probably meant.

    :param message: such as ``unrecognized arguments: --stict``
    :param parsers: the parsers whose options are possible
    :param cutoff: how near an option must be, from 0 to 1
    """
    wrong = re.match(r'unrecognized .* --([\w-]+)', message)
    names = [
        name.lstrip('-')
        for parser in parsers
        for name in parser._option_string_actions
        if name.startswith('--')
    ]
    near = wrong and difflib.get_close_matches(wrong[1], names, 1, cutoff)
    return f'{message}; did you mean --{near[0]}?' if near else message
