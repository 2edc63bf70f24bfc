# SPDX-License-Identifier: Apache-2.0
"""What a user must do or should review, with the line in the changed file."""

import ast
from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import difflib
import functools
import itertools
import re
from typing import Final

from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Location

#: The codes of what was removed, which does not hold if nothing was.
CHANGES: Final = ('WA304', 'WA305')
#: The code of a read that was not replaced.
REMAINING: Final = ('WA301',)


@dataclasses.dataclass(frozen=True)
class Report:
    """Something that the user must do, or should review.

    :param code: that of the diagnostic
    :param line: the line in ``basis``
    :param message: the fact
    :param basis: the content of the file when this was reported
    :param cure: what to do; by default the cure of the code
    """

    code: str
    path: str
    line: int
    message: str
    basis: bytes
    cure: str = ''

    @property
    def is_remaining_read(self) -> bool:
        """Return whether a read of the workaround was not replaced."""
        return self.code in REMAINING

    @property
    def is_change(self) -> bool:
        """Return whether it is about something that is removed."""
        return self.code in CHANGES

    def diagnostic(self, subject: str, text: bytes | None) -> Diagnostic:
        """Return the diagnostic, with the line in a version of the file.

        :param subject: the name of the workaround
        :param text: that version; ``None`` if the file did not change
        """
        location = Location(self.path, self.line_in(text))
        return Diagnostic(
            self.code, location, self.message, self.cure, subject
        )

    def line_in(self, text: bytes | None) -> int:
        """Return the line in another version of the file, or a close one.

        :param text: that version; ``None`` if the file did not change
        """
        return map_line(self.line, self.basis, text)


@dataclasses.dataclass(frozen=True)
class Edit:
    """A place that changes, and why.

    :param line: in the file as it was
    :param reason: a clause, with the read or the change that it comes from
    """

    path: str
    line: int
    reason: str


@dataclasses.dataclass(frozen=True, eq=False)
class Step:
    """An edit of one version of a file.

    :param line: the line in ``basis``
    :param reason: a clause
    :param basis: the content of the file before it
    :param unused: the name that is removed because nothing uses it any more
    """

    path: str
    line: int
    reason: str
    basis: bytes
    unused: str = ''


def explain(
    steps: Sequence[Step],
    originals: Mapping[str, bytes],
    texts: Mapping[str, bytes],
) -> list[Edit]:
    """Return the edits, each with the read that it comes from.

    :param steps: in their order
    :param originals: the old contents of the changed files
    :param texts: their new contents
    """
    edits = set()
    for step in steps:
        reason, cause = step.reason, step
        while cause.unused:
            found = _find_cause(steps, cause, texts)
            if found is None:
                break
            cause = found
        line = map_line(step.line, step.basis, originals[step.path])
        if cause is not step:
            first = map_line(cause.line, cause.basis, originals[cause.path])
            reason += (
                f'; its last use depended on {cause.path}:{first} '
                f'({cause.reason})'
            )
        edits.add(Edit(step.path, line, reason))
    return sorted(edits, key=lambda edit: (edit.path, edit.line, edit.reason))


def _find_cause(
    steps: Sequence[Step], step: Step, texts: Mapping[str, bytes]
) -> Step | None:
    """Return the step that removed the last use of what a step removes.

    The name of an attribute is that of a method, but not of an import.
    """
    beside = [other for other in steps if other.path == step.path]
    return (
        _find_last(_names, beside, step, texts)
        or _find_last(_names, steps, step, texts)
        or _find_last(_attributes, steps, step, texts)
        or _find_last(_words, steps, step, texts)
    )


def _find_last(
    find: Callable[[bytes], Mapping[str, Sequence[int]]],
    steps: Sequence[Step],
    step: Step,
    texts: Mapping[str, bytes],
) -> Step | None:
    """Return the last step, up to a step, that removed a use of its name.

    :param find: returns the lines of the uses of each name in a text
    """
    later = dict(texts)
    is_earlier = False
    for (path, basis), group in itertools.groupby(
        reversed(steps), lambda other: (other.path, other.basis)
    ):
        after, later[path] = later[path], basis
        together = list(group)
        if step in together:
            is_earlier = True
            continue
        word = step.unused.encode()
        if not is_earlier or basis.count(word) <= after.count(word):
            continue
        used = find(basis).get(step.unused, ())
        if len(used) > len(find(after).get(step.unused, ())):
            remaining = set(after.splitlines())
            lines = basis.splitlines()
            lost = max(
                (line for line in used if lines[line - 1] not in remaining),
                default=0,
            )
            # The last one comes first.
            above = [other for other in together if other.line <= lost]
            return (above or together)[0]
    return None


def _names(text: bytes) -> Mapping[str, Sequence[int]]:
    """Return the lines that use each name, or import it, in Python."""
    return _uses(text)[0]


def _attributes(text: bytes) -> Mapping[str, Sequence[int]]:
    """Return the lines of each attribute in Python."""
    return _uses(text)[1]


@functools.lru_cache(maxsize=8)
def _uses(text: bytes) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    names: dict[str, list[int]] = {}
    attributes: dict[str, list[int]] = {}
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                names.setdefault(name, []).append(node.lineno)
            case ast.alias():
                name = node.name.rpartition('.')[2]
                names.setdefault(name, []).append(node.lineno)
            case ast.Attribute(attr=name):
                attributes.setdefault(name, []).append(node.lineno)
    return names, attributes


@functools.lru_cache(maxsize=8)
def _words(text: bytes) -> Mapping[str, Sequence[int]]:
    """Return the lines of each word, in strings and comments too."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        for word in re.findall(rb'\w+', line):
            found.setdefault(word.decode(errors='replace'), []).append(number)
    return found


def map_line(line: int, old: bytes, new: bytes | None) -> int:
    """Return the line of a changed file that a line of it became."""
    if new is None or new == old:
        return line
    index = line - 1
    for _, start, end, new_start, new_end in _opcodes(old, new):
        if start <= index < end:
            return min(new_start + index - start, max(new_end - 1, 0)) + 1
    return len(new.splitlines())


@functools.lru_cache(maxsize=8)
def _opcodes(
    old: bytes, new: bytes
) -> Sequence[tuple[str, int, int, int, int]]:
    lines = old.splitlines(), new.splitlines()
    return difflib.SequenceMatcher(None, *lines).get_opcodes()
