# SPDX-License-Identifier: Apache-2.0
"""Bugs that the service's own configuration rules out."""

from collections.abc import Iterator

from workarounds.declarations import validation
from workarounds.declarations.base import Data
from workarounds.declarations.fixes import version as fix_version

OptionValue = str | bool


class ConfigFix(Data, kw_only=False):
    """Not needed where another option of the service rules the bug out.

    With ``equals`` the option rules it out at that value, with ``other_than``
    at every other value. With neither, every value that is not empty rules it
    out.

    :param group: group of the option, such as ``libvirt``
    :param option: name of the option
    :param equals: value that rules the bug out
    :param other_than: value that does not rule the bug out
    :param default: value of the option where no file sets it
    :param since: first release of the service in which this holds
    :param bug: the bug that is ruled out, if the declaration has several
    """

    group: str
    option: str
    equals: OptionValue | None = None
    other_than: OptionValue | None = None
    default: OptionValue | None = None
    since: str | None = None
    bug: str | None = None

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_text(
            'group', self.group, 'name the group of the option'
        )
        yield from validation.check_name('option', self.option, 'images_type')
        if self.equals is not None and self.other_than is not None:
            yield 'equals and other_than are both given; keep one'
        for field in ('equals', 'other_than', 'default'):
            value = getattr(self, field)
            if value is not None and not isinstance(value, OptionValue):
                yield (
                    f'{field} is {value!r}, neither text nor a bool; write '
                    f"the value as in the file, such as 'rbd'"
                )
        if self.since is not None:
            yield from validation.check_version('since', self.since)
        yield from fix_version.url_problems('bug', self.bug)

    @property
    def condition(self) -> str:
        """The condition that rules the bug out, in words."""
        return self._describe('is', 'is not')

    @property
    def affected_where(self) -> str:
        """The condition under which the bug is there, in words."""
        return self._describe('is not', 'is')

    def _describe(self, verb: str, opposite: str) -> str:
        name = f'[{self.group}] {self.option}'
        if self.equals is not None:
            return f'{name} {verb} {_written(self.equals)}'
        if self.other_than is not None:
            return f'{name} {opposite} {_written(self.other_than)}'
        return f'{name} {verb} set'

    def summary(self) -> str:
        """Return the condition that rules the bug out, in a few words."""
        since = f' since {self.since}' if self.since else ''
        return f'where {self.condition}{since}'

    def details(self) -> Iterator[str]:
        """Yield the condition that rules the bug out."""
        since = f'since release {self.since} ' if self.since else ''
        yield f'{since}needed only where {self.affected_where}'


def _written(value: OptionValue) -> str:
    return str(value).lower() if isinstance(value, bool) else value
