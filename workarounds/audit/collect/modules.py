# SPDX-License-Identifier: Apache-2.0
"""What one file says of workarounds, before others are asked."""

import ast
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
import contextlib
import dataclasses
import gc

from workarounds.audit.collect import comments as audit_comments
from workarounds.audit.collect import imports
from workarounds.audit.collect import mentions as audit_mentions
from workarounds.audit.collect import options
from workarounds.audit.collect.comments import Comments
from workarounds.audit.collect.comments import Ignore
from workarounds.audit.collect.declarations import Declarations
from workarounds.audit.collect.imports import Module
from workarounds.audit.collect.pending import Draft
from workarounds.audit.collect.pending import Drafts
from workarounds.audit.collect.reads import Reads
from workarounds.audit.collect.settings import Settings
from workarounds.audit.subjects import Subject
from workarounds.source import text as source_text
from workarounds.source import walk
from workarounds.source.names import Names
from workarounds.source.prefilter import Prefilter
from workarounds.source.references import Reference
from workarounds.source.strings import Strings
from workarounds.source.text import Source
from workarounds.source.text import UnreadableError
from workarounds.source.walk import Context


@dataclasses.dataclass(frozen=True)
class Said:
    """What one file says.

    :param mentions: comments with names too
    :param waiting: comments that wait, for a workaround yet to be found
    """

    module: Module
    drafts: tuple[Draft, ...] = ()
    subjects: tuple[Subject, ...] = ()
    mentions: tuple[Reference, ...] = ()
    waiting: tuple[Reference, ...] = ()
    ignores: tuple[Ignore, ...] = ()


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector away.

    It would go through a large tree again and again while that grows, which
    takes as long as to parse it. A tree has no cycles to be collected.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_no_collection()
def of_python(
    source: Source, words: Collection[str], present: Iterable[str]
) -> Said:
    """Read a module.

    :param words: the names and options that are known
    :param present: those of them that the module may have
    :raises workarounds.source.text.Unreadable: it cannot be parsed
    """
    tree = source.parse()
    try:
        return _of_tree(source, tree, words, present)
    except RecursionError:
        raise UnreadableError(source_text.TOO_DEEP) from None


def _of_tree(
    source: Source,
    tree: ast.Module,
    words: Collection[str],
    present: Iterable[str],
) -> Said:
    names = Names(source, tree)
    prefilter = Prefilter(source, tree, names, words, present)
    drafts = Drafts(source)
    declarations = Declarations(names, drafts, prefilter)
    recognisers = (
        declarations,
        Settings(names, drafts, prefilter),
        Reads(names, drafts, prefilter),
    )

    def recognise(node: ast.AST, context: Context) -> Iterable[ast.AST] | None:
        for recogniser in recognisers:
            rest = recogniser(node, context)
            if rest is not None:
                return rest
        return None

    walk.walk(names.module, prefilter.lines, recognise)
    context = Context(names.module)
    for option in options.find_options(source, names, tree):
        if not declarations.has(option.node):
            drafts.add('option', option.node, context, option.name)
    declared = (word for one in declarations.found for word in one.words)
    return dataclasses.replace(
        _texts(source, tree, {*present, *declared}),
        module=imports.module(source.path, names),
        drafts=tuple(drafts.found),
        subjects=tuple(declarations.found),
    )


def _texts(source: Source, tree: ast.Module, words: Collection[str]) -> Said:
    """Read the strings and the comments of a module."""
    named = list(audit_mentions.words(source, words))
    waiting = [
        source.line_at(found.start())
        for found in audit_comments.CONDITION.finditer(source.text)
    ]
    silencing = audit_comments.IGNORE.finditer(source.text)
    offsets = [start for start, _ in named]
    offsets += [found.start() for found in silencing]
    lines = {*waiting, *map(source.line_at, offsets)}
    strings = Strings(source, tree, lines)
    comments = Comments(source, strings)
    mentions = [
        audit_mentions.mention(source, start, name)
        for start, name in named
        if strings.contains(start)
    ]
    return Said(
        imports.module(source.path),
        mentions=(*mentions, *comments.named(named)),
        waiting=tuple(comments.waiting(waiting)),
        ignores=tuple(comments.ignores()),
    )


def of_text(source: Source, words: Collection[str]) -> Said:
    """Read a file that is not Python."""
    return Said(
        imports.module(source.path),
        mentions=audit_mentions.of_text(source, words),
    )
