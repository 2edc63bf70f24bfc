# SPDX-License-Identifier: Apache-2.0
"""Names that code puts together at run time.

::

    getattr(self, f'_do_{kind}')()    # may call _do_raw
    globals()['_handle_' + kind]
"""

from collections.abc import Iterator
import re

from workarounds.retire.name_uses import Project

#: Shorter parts are of too many names.
_SHORTEST = 3


def find_computed_use(name: str, project: Project) -> str:
    """Return the place of a text that may be a part of a name, or ''.

    A part ends, or begins, with an underscore, and is all of a literal but
    what is put in.
    """
    patterns = [*_begins(name), *_ends(name)]
    if not patterns:
        return ''
    pattern = re.compile('|'.join(patterns).encode())
    for path in (*project.files, *project.outside):
        data = project.text(path)
        found = pattern.search(data)
        if found:
            line = data.count(b'\n', 0, found.start()) + 1
            return f'{path}:{line}'
    return ''


def _begins(name: str) -> Iterator[str]:
    """Yield patterns of literals that begin as a name does."""
    for match in re.finditer('(?<=_)(?=[^_])', name):
        begin = name[: match.start()]
        if len(begin) >= _SHORTEST:
            yield rf"""['"]{re.escape(begin)}['"{{%]"""


def _ends(name: str) -> Iterator[str]:
    """Yield patterns of literals that end as a name does."""
    for match in re.finditer('(?<=[^_])(?=_)', name):
        end = name[match.start() :]
        if len(end) >= _SHORTEST:
            yield rf"""(?:['"}}]|%s){re.escape(end)}['"]"""
