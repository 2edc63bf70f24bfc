# SPDX-License-Identifier: Apache-2.0
"""The bugs that a workaround is for."""

from collections.abc import Iterator
from typing import Any

from workarounds.declarations import base
from workarounds.declarations import validation
from workarounds.declarations.expiry import Unstated

HINT = "write bugs=['https://bugs.launchpad.net/...'], or Unstated('why')"


def problems(bugs: Any) -> Iterator[str]:
    """Yield what is wrong with the bugs of a declaration, with a hint."""
    if isinstance(bugs, Unstated):
        for problem in bugs.problems():
            yield f'bugs: Unstated: {problem}'
    elif bugs is not base.MISSING:
        if not validation.is_list(bugs) or not bugs:
            yield f'bugs is empty or not a list; {HINT}'
            return
        for bug in bugs:
            yield from validation.check_url('bugs:', bug)
