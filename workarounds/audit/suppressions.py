# SPDX-License-Identifier: Apache-2.0
"""Findings that a comment silences, and comments that silence none."""

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence
import difflib

from workarounds.audit import codes
from workarounds.audit.finding import Finding
from workarounds.audit.scanner import Suppression

_EXAMPLE = '# workarounds: ignore=WA203 why'


def apply(
    findings: Sequence[Finding],
    ignores: Sequence[Suppression],
    judged: Collection[str],
) -> Iterator[Finding]:
    """Leave out what comments silence, and add what is wrong with these.

    A comment silences its line, and so whatever has that line: all findings
    of its code about an expression that begins, goes on or ends there.

    :param judged: the codes of which everything was found; a comment with
        another one may have something to silence that nobody has looked for
    """
    there: dict[tuple[str, str], list[Suppression]] = {}
    for ignore in ignores:
        if ignore.code not in codes.NOT_SILENCED:
            key = ignore.place.path, ignore.code
            there.setdefault(key, []).append(ignore)
    used = set()
    for finding in findings:
        place = finding.place
        silencing = [
            ignore
            for ignore in there.get((place.path, finding.code), ())
            if place.line <= ignore.place.line <= place.end_line
        ]
        used.update(silencing)
        if not silencing:
            yield finding
    for ignore in ignores:
        yield from _faults(ignore)
        if ignore not in used and ignore.code in judged:
            yield from _superfluous(ignore)


def _faults(ignore: Suppression) -> Iterator[Finding]:
    if ignore.code not in codes.CODES:
        near = difflib.get_close_matches(ignore.code, codes.CODES, 1)
        cure = f'did you mean {near[0]}?' if near else f'write {_EXAMPLE}'
        message = f'{ignore.code!r} is no code; {cure}'
    elif ignore.code in codes.NOT_SILENCED:
        message = (
            f'{ignore.code} cannot be silenced by a comment; delete this one'
        )
    elif not ignore.reason.strip():
        message = (
            f'this comment does not say why; write # workarounds: '
            f'ignore={ignore.code} and the reason'
        )
    else:
        return
    yield Finding(codes.BAD_IGNORE, ignore.place, message)


def _superfluous(ignore: Suppression) -> Iterator[Finding]:
    yield Finding(
        codes.SUPERFLUOUS,
        ignore.place,
        f'there is no {ignore.code} left here to silence; delete the comment',
        # A date comes nearer by itself, which must not break an old commit.
        lowered_to='warning' if ignore.code == codes.TOO_FAR else None,
    )
