# SPDX-License-Identifier: Apache-2.0
"""When and why the toggle of a workaround was deprecated."""

from collections.abc import Iterator
from typing import Any

from workarounds.declarations import releases
from workarounds.declarations import validation


def has_begun(since: str | None, release: str | None) -> bool:
    """Return whether an option is deprecated in a release.

    :param since: the declaration's ``deprecated_since``
    :param release: the release; if it is not known, the option may be
    """
    return since is not None and (
        releases.has_reached(release, since) is not False
    )


def problems(since: Any, reason: Any) -> Iterator[str]:
    """Yield what is wrong with a deprecation, with a hint.

    :param since: the declaration's ``deprecated_since``
    :param reason: the declaration's ``deprecated_reason``
    """
    if (since is None) != (reason is None):
        yield (
            'deprecated_since and deprecated_reason belong together; give '
            'both or neither'
        )
    if since is not None:
        problem = releases.version_problem(since)
        if problem:
            yield f'deprecated_since {since!r} {problem}'
    if reason is not None:
        yield from validation.check_text(
            'deprecated_reason', reason, 'say why, or leave it out'
        )
