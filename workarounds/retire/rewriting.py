# SPDX-License-Identifier: Apache-2.0
"""The rewriting of a file, and of several files at once."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
import dataclasses
import gc
import multiprocessing
import os
import signal
import sys
import threading
from typing import Final

from workarounds.retire import computed_names
from workarounds.retire import verify
from workarounds.retire.name_uses import Project
from workarounds.retire.transform import rewriter
from workarounds.retire.transform.edits import Edits
from workarounds.retire.transform.edits import Span
from workarounds.retire.transform.rewriter import Rewritten

#: Files of fewer bytes are done before another process has started.
_LARGE: Final = 50_000


@dataclasses.dataclass(frozen=True)
class Rewriting:
    """What comes of a file with edits.

    :param rewritten: the new content, with those edits that only do what they
        should; ``None`` if there is an obstacle
    :param obstacle: why nothing can be changed
    :param asked: the names of which was asked whether anything else uses them,
        with the answers
    """

    rewritten: Rewritten | None
    obstacle: str
    asked: Mapping[str, bool]

    def holds(self, project: Project, path: str) -> bool:
        """Return whether the same would come of it as all files are now."""
        return all(
            computed_names.may_be_stored(name, path, project) == answer
            for name, answer in self.asked.items()
        )


def rewrite(project: Project, path: str, edits: Edits) -> Rewriting:
    """Rewrite a file, as it is now."""
    asked: dict[str, bool] = {}

    def is_used_elsewhere(name: str) -> bool:
        asked[name] = computed_names.may_be_stored(name, path, project)
        return asked[name]

    try:
        rewritten = _rewrite(project, path, edits, is_used_elsewhere)
    except ValueError as error:
        return Rewriting(None, str(error), asked)
    return Rewriting(rewritten, '', asked)


def rewrite_at_once(
    project: Project, edits: Mapping[str, Edits]
) -> Iterator[tuple[str, Rewriting]]:
    """Rewrite the large files in processes of their own, as they are now.

    :param edits: of each file
    :returns: each file, when it is done; none if that would save no time
    """
    if sys.platform != 'linux' or threading.active_count() > 1:
        # A process could not start with all that was read.
        return
    sizes = {path: len(project.text(path)) for path in edits}
    large = sorted(sizes, key=lambda path: -sizes[path])
    large = [path for path in large if sizes[path] >= _LARGE]
    count = min(len(large), len(os.sched_getaffinity(0)))
    if count <= 1:
        return

    def share() -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        # Else a collection would copy all that was read.
        gc.freeze()
        _shared.append((project, edits))

    with multiprocessing.get_context('fork').Pool(count, share) as pool:
        yield from pool.imap_unordered(_rewrite_shared, large)


#: In a process: the project, and the edits of each file.
_shared: list[tuple[Project, Mapping[str, Edits]]] = []


def _rewrite_shared(path: str) -> tuple[str, Rewriting]:
    [(project, edits)] = _shared
    return path, rewrite(project, path, edits[path])


def _rewrite(
    project: Project,
    path: str,
    edits: Edits,
    is_used_elsewhere: Callable[[str], bool],
) -> Rewritten:
    """Return a file with those edits that only do what they should.

    :raises ValueError: there is a reason against all of them
    """
    before = project.index(path)
    opened = rewriter.Rewriter(before, edits, is_used_elsewhere)
    refused: dict[Span, str] = {}
    while True:
        rewritten = opened.rewrite(edits)
        after = project.indexes.get(path, rewritten.source)
        try:
            new = verify.find_refused(before, after, edits)
        except ValueError as error:
            names = dataclasses.replace(edits, removed_statements=set())
            if edits.constants or not names:
                raise
            # The definitions that nothing uses stay, but for no other reason.
            refused |= {
                (*start, *start): str(error)
                for start in edits.removed_statements
            }
            edits = names
            continue
        if not new:
            break
        refused |= new
        edits = edits.without(new.keys())
    skipped = {**rewritten.skipped, **refused}
    return dataclasses.replace(rewritten, skipped=skipped)
