# SPDX-License-Identifier: Apache-2.0
"""What an output or a log may show of what an operator wrote.

Never the value of another option. The value of one option can hold those of
others: oslo.config reads an indented section as more lines of the value above
it, and a line that has lost its newline continues with the next option.
"""

import re

from workarounds import _text

#: How many characters of a value are worth showing.
_LENGTH = 60
_MORE = '...'
#: Where the next option begins in a line that has lost its newline.
_NEXT_OPTION = re.compile(r'=|:\s')
#: Credentials, host and path, and query or fragment. A password can hold
#: blanks, slashes and at signs.
_ADDRESS = re.compile(r'://(.*@)?([^?#]*)(.)?.*')
_NAME = re.compile(r'DEFAULT|[A-Za-z_][a-z0-9_.-]{0,59}')


def value(given: object) -> str:
    """Return the first line of a value, and "..." if that is not all of it.

    Of the lines ``true``, ``[database]``, ``connection = mysql://...`` it is
    ``true ...``.

    :param given: the value, as it was written; of a list, each item counts
    """
    if isinstance(given, list | tuple):
        return ','.join(map(value, given))
    line, *others = re.split(r'[\r\n]', str(given))
    line = _without_secrets(line)
    shown = _NEXT_OPTION.split(line, maxsplit=1)[0][:_LENGTH]
    if others or shown != line:
        shown = f'{shown.rstrip()} {_MORE}'.lstrip()
    return _text.printable(shown)


def address(text: str) -> str:
    """Return an address without user, password, query and fragment.

    Of ``https://nova:secret@example.org/nova.conf?token=secret`` it is
    ``https://...@example.org/nova.conf?...``.
    """
    line, *others = re.split(r'[\r\n]', text)
    shown = _without_secrets(line)
    return _text.printable(f'{shown} {_MORE}' if others else shown)


def is_name(text: str) -> bool:
    """Return whether a key or a section is written as names are.

    If not, it can be a part of a value: oslo.config reads ``c2VjcmV0==`` in a
    line of its own as a key, and ``["secret"]`` as a section.
    """
    return _NAME.fullmatch(text) is not None


def _without_secrets(text: str) -> str:
    return _ADDRESS.sub(_cut, text)


def _cut(found: re.Match[str]) -> str:
    credentials, place, mark = found.groups(default='')
    if '?' in credentials or '#' in credentials:
        # An at sign in the query, or a question mark in the password.
        return f'://{_MORE}'
    start = f'://{_MORE}@' if credentials else '://'
    end = f'{mark}{_MORE}' if mark else ''
    return f'{start}{place}{end}'
