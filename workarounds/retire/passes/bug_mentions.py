# SPDX-License-Identifier: Apache-2.0
"""Texts about the bug or the fix of a workaround, wherever they are.

::

    # See https://bugs.launchpad.net/nova/+bug/1350766
    # Related-Bug: #1350766
    # Drop this when pysaml2 < 7.1.0 is not supported any more.
"""

from collections.abc import Iterator
import re

from workarounds.audit.declaration_info import DeclarationInfo

_NUMBER = re.compile('[0-9]{4,}$')
#: What is mentioned, a part of each match, and the regular expression.
_Pattern = tuple[str, str, str]


def find_bug_mentions(
    text: bytes, declaration: DeclarationInfo
) -> Iterator[tuple[int, str]]:
    """Yield the lines that mention a bug or a fix, each with what it is.

    :param text: the content of a file
    """
    patterns = [*_bug_patterns(declaration), *_fix_patterns(declaration)]
    lowered = text.lower()
    for what, part, pattern in patterns:
        # Nearly no file has it, and a search for a pattern is slow.
        if part.encode().lower() not in lowered:
            continue
        for match in re.finditer(pattern.encode(), text, re.IGNORECASE):
            yield text.count(b'\n', 0, match.start()) + 1, what


def _bug_patterns(declaration: DeclarationInfo) -> Iterator[_Pattern]:
    for bug in declaration.bugs:
        address = bug.rstrip('/')
        yield bug, address, rf'{re.escape(address)}(?![0-9])'
        for number in _NUMBER.findall(address):
            pattern = rf'\b(?:bug|issue|lp|bz)[ :#]{{0,3}}{number}\b'
            yield bug, number, pattern


def _fix_patterns(declaration: DeclarationInfo) -> Iterator[_Pattern]:
    for fix in filter(None, declaration.fixed_by.split(' and ')):
        component, _, version = fix.rpartition(' ')
        # Without its kind, and without the number of "pysaml2".
        stem = component.rpartition(':')[2].rstrip('0123456789')
        if len(stem) > 1 and component != 'release':
            yield (
                fix,
                version,
                rf'\b{re.escape(stem)}[0-9]*\b[^\n]{{0,9}}'
                rf'(?<![0-9.]){re.escape(version)}(?![0-9.]*[0-9])',
            )
