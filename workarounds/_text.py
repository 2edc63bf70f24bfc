# SPDX-License-Identifier: Apache-2.0
"""Text that an output or a log may show.

Values of an operator's other options are never shown. The value of one option
can contain them: oslo.config reads an indented section as more lines of the
value above it, and a line that has lost its newline continues with the next
option.
"""

from collections.abc import Sequence
import re

#: How many characters of a value are shown.
_LENGTH = 60
_MORE = '...'
#: How many of several texts are shown.
_FEW = 3
#: Where the next option begins in a line that has lost its newline.
_NEXT_OPTION = re.compile(r'=|:\s')
#: Credentials, host and path, and query or fragment. A password can contain
#: blanks, slashes and at signs.
_ADDRESS = re.compile(r'://(.*@)?([^?#]*)(.)?.*')
_NAME = re.compile(r'DEFAULT|[A-Za-z_][a-z0-9_.-]{0,59}')
#: Words that can begin a sentence, and are never names.
_NO_NAMES = ('A', 'An', 'It', 'The', 'These', 'They', 'This')
#: Text that a CI runner executes anywhere in a line: see
#: ActionCommand.cs of actions/runner, Command.cs of azure-pipelines-agent.
_BRACKET_COMMAND = re.compile(r'##(?=\w*\[)')
#: The same, where a line begins with it. Long texts are broken into lines.
_COLON_COMMAND = re.compile(r'(?<!\w):(?=:[A-Za-z][\w-]*(?: |::))')


def printable(text: str) -> str:
    r"""Return a text with its control characters escaped.

    A terminal would execute them: ``\x1b[2J`` clears its screen. A CI runner
    would execute ``::error::`` and ``##[error]``: these become
    ``\x3a:error::`` and ``#\x23[error]``.
    """
    escaped = ''.join(
        letter if letter.isprintable() else repr(letter)[1:-1]
        for letter in text
    )
    return _BRACKET_COMMAND.sub(
        r'#\\x23', _COLON_COMMAND.sub(r'\\x3a', escaped)
    )


def clause(reason: str) -> str:
    """Return a reason so that a sentence can go on after it.

    ``It is fixed.`` becomes ``it is fixed``. Other first words keep their
    capital, because they can be names.
    """
    text = reason.rstrip()
    if not text.endswith('..'):
        text = text.removesuffix('.')
    first, blank, rest = text.partition(' ')
    first = first.lower() if first in _NO_NAMES else first
    return f'{first}{blank}{rest}'


def quoted_commands(document: str) -> str:
    r"""Return JSON or YAML without text that a CI runner would execute.

    ``##[error]`` becomes ``#\u0023[error]``, which parsers read as the same.

    :param document: has such texts only in double quotes
    """
    return _BRACKET_COMMAND.sub(r'#\\u0023', document)


def excerpt(value: object) -> str:
    """Return the first line of a value, with "..." if there is more.

    The lines ``true``, ``[database]``, ``connection = mysql://...`` become
    ``true ...``.

    :param value: value as written, or a list of values
    """
    if isinstance(value, list | tuple):
        return ','.join(map(excerpt, value))
    line, *others = re.split(r'[\r\n]', str(value))
    line = _without_secrets(line)
    shown = _NEXT_OPTION.split(line, maxsplit=1)[0][:_LENGTH]
    if others or shown != line:
        shown = f'{shown.rstrip()} {_MORE}'.lstrip()
    return printable(shown)


def address(text: str) -> str:
    """Return an address without user, password, query and fragment.

    ``https://nova:secret@example.org/nova.conf?token=secret`` becomes
    ``https://...@example.org/nova.conf?...``.
    """
    line, *others = re.split(r'[\r\n]', text)
    shown = _without_secrets(line)
    return printable(f'{shown} {_MORE}' if others else shown)


def listed(
    texts: Sequence[str], others: str = 'more', *, most: int = _FEW
) -> str:
    """Return ``a``, ``a and b``, ``a, b and c``, ``a, b, c and 2 more``.

    :param others: what follows the number of those that are left out
    :param most: how many are shown
    """
    shown = [*texts[:most]]
    if len(texts) > most:
        shown.append(f'{len(texts) - most} {others}')
    *first, last = shown
    return f'{", ".join(first)} and {last}' if first else last


def is_name(text: str) -> bool:
    """Return whether a key or a section has the form of a name.

    Other text can be a part of a value, because oslo.config reads a line
    ``c2VjcmV0==`` as a key, and ``["secret"]`` as a section.
    """
    return _NAME.fullmatch(text) is not None


def _without_secrets(text: str) -> str:
    return _ADDRESS.sub(_shorten_address, text)


def _shorten_address(match: re.Match[str]) -> str:
    credentials, location, mark = match.groups(default='')
    if '?' in credentials or '#' in credentials:
        # It is not known where the password ends: the query can contain an at
        # sign, and the password a question mark.
        return f'://{_MORE}'
    start = f'://{_MORE}@' if credentials else '://'
    end = f'{mark}{_MORE}' if mark else ''
    return f'{start}{location}{end}'
