# SPDX-License-Identifier: Apache-2.0
"""The commands and options that were probably meant."""

import argparse
from collections.abc import Iterable
import difflib
import re


def unknown_command(word: str, commands: Iterable[str]) -> str:
    """Return the error message for a subcommand that does not exist."""
    names = sorted(commands)
    near = difflib.get_close_matches(word, names) or names
    return f'unknown command {word!r}; did you mean {" or ".join(near)}?'


def with_near_option(message: str, *parsers: argparse.ArgumentParser) -> str:
    """Return an error message, with the option that was probably meant.

    :param message: such as ``unrecognized arguments: --stict``
    :param parsers: the parsers whose options are possible
    """
    wrong = re.match(r'unrecognized .* --([\w-]+)', message)
    names = [
        name.lstrip('-')
        for parser in parsers
        for name in parser._option_string_actions
        if name.startswith('--')
    ]
    near = wrong and difflib.get_close_matches(wrong[1], names, 1)
    return f'{message}; did you mean --{near[0]}?' if near else message
