# SPDX-License-Identifier: Apache-2.0
"""Bugs that the text of an installed file shows, whatever its version."""

from collections.abc import Iterator

from workarounds.declarations import validation
from workarounds.declarations.base import Data
from workarounds.declarations.fixes import version as fix_version


class FileFix(Data, kw_only=False):
    """Not needed where an installed file contains a text, or lacks one.

    For scripts that an installer generates, and for fixes that were
    backported to a file without a new version.

    :param file: absolute path, or name of a program
    :param contains: text that shows the fix, in one line
    :param lacks: text that shows the bug, in place of ``contains``
    :param bug: the bug that is meant, if the declaration has several
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
            yield 'give one of contains and lacks'
        for field in ('contains', 'lacks'):
            value = getattr(self, field)
            if value is not None:
                yield from validation.check_text(field, value, 'quote a line')
        yield from fix_version.url_problems('bug', self.bug)

    @property
    def text(self) -> str:
        """The text to look for."""
        return self.contains or self.lacks or ''

    @property
    def condition(self) -> str:
        """The condition that shows the fix, in words."""
        return self._describe(contains=self.contains is not None)

    @property
    def affected_where(self) -> str:
        """The condition under which the bug is there, in words."""
        return self._describe(contains=self.contains is None)

    def _describe(self, *, contains: bool) -> str:
        verb = 'contains' if contains else 'does not contain'
        return f'{self.file} {verb} {self.text!r}'

    def summary(self) -> str:
        """Return the condition that shows the fix, in a few words."""
        return f'where {self.condition}'

    def details(self) -> Iterator[str]:
        """Yield the condition that shows the fix."""
        yield f'needed only where {self.affected_where}'
