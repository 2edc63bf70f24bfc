# SPDX-License-Identifier: Apache-2.0
"""Bugs that the service's own configuration rules out."""

from collections.abc import Iterator

from workarounds.declarations import validation
from workarounds.declarations.base import Data
from workarounds.declarations.fixes import version as fix_version

OptionValue = str | bool


class ConfigFix(Data, kw_only=False):
    """Not needed where another option of the service rules the bug out.

    It does so where it has one value, or any other than one; if neither is
    given, where it is set to anything but an empty value.

    :param group: the group of that option, such as ``libvirt``
    :param option: its name
    :param equals: the value that rules the bug out
    :param other_than: the value at which the bug is there
    :param default: the value where no file sets it
    :param since: the first release of the service in which that holds
    :param bug: the one bug, of the declaration's several, that is ruled out
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
                yield f'{field} is {value!r}, neither text nor a bool'
        if self.since is not None:
            yield from validation.check_version('since', self.since)
        yield from fix_version.url_problems('bug', self.bug)

    @property
    def condition(self) -> str:
        """What rules the bug out, in words."""
        name = f'[{self.group}] {self.option}'
        if self.equals is not None:
            return f'{name} is {_written(self.equals)}'
        if self.other_than is not None:
            return f'{name} is not {_written(self.other_than)}'
        return f'{name} is set'

    def summary(self) -> str:
        """Return in a few words what rules the bug out."""
        since = f' since {self.since}' if self.since else ''
        return f'{self.condition}{since}'

    def details(self) -> Iterator[str]:
        """Yield what rules the bug out."""
        since = f', since release {self.since}' if self.since else ''
        yield f'not needed where {self.condition}{since}'


def _written(value: OptionValue) -> str:
    return str(value).lower() if isinstance(value, bool) else value
