# SPDX-License-Identifier: Apache-2.0
"""All kinds of fixes, and what is wrong with those of a declaration."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from typing import Any
from typing import get_args

from workarounds.declarations import base
from workarounds.declarations import validation
from workarounds.declarations.base import Data
from workarounds.declarations.expiry import Unstated
from workarounds.declarations.fixes.configuration import ConfigFix
from workarounds.declarations.fixes.file import FileFix
from workarounds.declarations.fixes.package import PackageFix
from workarounds.declarations.fixes.release import ReleaseFix
from workarounds.declarations.fixes.stated import Choice
from workarounds.declarations.fixes.stated import ManualFix
from workarounds.declarations.fixes.stated import NoFix

SingleFix = (
    PackageFix | ReleaseFix | ConfigFix | FileFix | ManualFix | NoFix | Choice
)


class AnyOf(Data):
    """One of several fixes is enough.

    :param fixes: two fixes or more, as positional arguments
    """

    fixes: Sequence[SingleFix]

    def __init__(self, *fixes: SingleFix) -> None:
        super().__init__(fixes=fixes)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(self.fixes)

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        if not self.fixes[1:]:
            yield 'give two fixes or more'
        for fix in self.fixes:
            if not isinstance(fix, SingleFix):
                yield f'{fix!r} is not a single fix; write {_KINDS}'
                continue
            for problem in fix.problems():
                yield f'{type(fix).__name__}: {problem}'

    def summary(self) -> str:
        """Return in a few words which versions have the fix."""
        return ' or '.join(fix.summary() for fix in self.fixes)

    def details(self) -> Iterator[str]:
        """Yield which versions have the fix."""
        yield 'one of these is enough:'
        for fix in self.fixes:
            yield from fix.details()


Fix = SingleFix | AnyOf

_NAMES = [kind.__name__ for kind in get_args(Fix)]
_KINDS = f'{", ".join(_NAMES[:-1])} or {_NAMES[-1]}'
HINT = f'write {_KINDS}'


def single_fixes(fixes: Iterable[Fix]) -> Iterator[SingleFix]:
    """Yield all fixes, those inside an ``AnyOf`` one by one."""
    for fix in fixes:
        if isinstance(fix, AnyOf):
            yield from fix.fixes
        else:
            yield fix


def problems(fix: Any, bugs: Any) -> Iterator[str]:
    """Yield what is wrong with the fixes of a declaration, with a hint.

    :param fix: one fix, or a list
    :param bugs: bugs of the declaration; a fix can name one of them
    """
    if fix is base.MISSING:
        return
    fixes = fix if validation.is_list(fix) else [fix]
    if not fixes:
        yield f'fix is empty; {HINT}'
    for item in fixes:
        if not isinstance(item, Fix):
            yield f'fix: {item!r} is not a fix; {HINT}'
            continue
        for problem in item.problems():
            yield f'fix {type(item).__name__}: {problem}'
    if isinstance(bugs, Unstated) or not validation.is_list(bugs):
        bugs = ()
    for single in single_fixes(fixes):
        bug = getattr(single, 'bug', None)
        if bug is not None and bugs and bug not in bugs:
            yield f'fix: bug {bug!r} is not among bugs; add it there'
