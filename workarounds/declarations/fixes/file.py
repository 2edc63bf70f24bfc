# SPDX-License-Identifier: Apache-2.0
"""Bugs that an installed file shows, whatever version it is of."""

from collections.abc import Iterator

from workarounds.declarations import validation
from workarounds.declarations.base import Data
from workarounds.declarations.fixes import version as fix_version


class FileFix(Data, kw_only=False):
    """Not needed where an installed file has a text, or does not have it.

    For scripts that an installer has generated, and for fixes that somebody
    has backported to a file without a change of any version.

    :param file: an absolute path, or the name of a program
    :param contains: the text that shows the fix, in one line
    :param lacks: the text that shows the bug, instead
    :param bug: the one bug, of the declaration's several, that it shows
    """

    file: str
    contains: str | None = None
    lacks: str | None = None
    bug: str | None = None

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_text(
            'file', self.file, 'name a program, or give a path'
        )
        if (self.contains is None) == (self.lacks is None):
            yield 'give contains or lacks, one of the two'
        for field in ('contains', 'lacks'):
            value = getattr(self, field)
            if value is not None:
                yield from validation.check_text(field, value, 'quote a line')
        yield from fix_version.url_problems('bug', self.bug)

    @property
    def text(self) -> str:
        """The text that is looked for."""
        return self.contains or self.lacks or ''

    @property
    def condition(self) -> str:
        """What shows the fix, in words."""
        verb = 'does not contain' if self.contains is None else 'contains'
        return f'{self.file} {verb} {self.text!r}'

    def summary(self) -> str:
        """Return in a few words what shows the fix."""
        return self.condition

    def details(self) -> Iterator[str]:
        """Yield what shows the fix."""
        yield f'not needed where {self.condition}'
