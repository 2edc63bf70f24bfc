# SPDX-License-Identifier: Apache-2.0
"""All kinds of fixes, and what is wrong with those of a declaration."""

from collections.abc import Iterator
from typing import Any
from typing import get_args

from workarounds.declarations import base
from workarounds.declarations import validation
from workarounds.declarations.expiry import Unstated
from workarounds.declarations.fixes.package import PackageFix
from workarounds.declarations.fixes.release import ReleaseFix
from workarounds.declarations.fixes.stated import Choice
from workarounds.declarations.fixes.stated import ManualFix
from workarounds.declarations.fixes.stated import NoFix

Fix = PackageFix | ReleaseFix | ManualFix | NoFix | Choice

_NAMES = [kind.__name__ for kind in get_args(Fix)]
_KINDS = f'{", ".join(_NAMES[:-1])} or {_NAMES[-1]}'
HINT = f'say how it stops being needed: {_KINDS}'


def problems(fix: Any, bugs: Any) -> Iterator[str]:
    """Yield what is wrong with the fixes of a declaration, with a hint.

    :param fix: one fix, or several
    :param bugs: the bugs of the declaration, of which a fix can name one
    """
    if fix is base.MISSING:
        return
    fixes = fix if validation.is_list(fix) else [fix]
    if not fixes:
        yield f'fix is empty; {HINT}'
    for each in fixes:
        if not isinstance(each, Fix):
            yield f'fix: {each!r} is not a {_KINDS}'
            continue
        for problem in each.problems():
            yield f'fix {type(each).__name__}: {problem}'
        bug = getattr(each, 'bug', None)
        stated = () if isinstance(bugs, Unstated) else bugs
        if bug is None or not validation.is_list(stated):
            continue
        if bug not in stated:
            yield f'fix: bug {bug!r} is not among bugs; add it there'
