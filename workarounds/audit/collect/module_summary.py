# SPDX-License-Identifier: Apache-2.0
"""The summary of one file, before references are resolved."""

import ast
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
import contextlib
import dataclasses
import gc

from workarounds.audit.collect import comments as audit_comments
from workarounds.audit.collect import exports
from workarounds.audit.collect import mentions as audit_mentions
from workarounds.audit.collect import options
from workarounds.audit.collect.comments import Comments
from workarounds.audit.collect.comments import Suppression
from workarounds.audit.collect.declarations import DeclarationRecogniser
from workarounds.audit.collect.exports import ModuleExports
from workarounds.audit.collect.reads import ReadRecogniser
from workarounds.audit.collect.settings import SettingRecogniser
from workarounds.audit.collect.unresolved import ReferenceCollector
from workarounds.audit.collect.unresolved import UnresolvedReference
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.audit.declaration_info import WrittenDeclaration
from workarounds.source import text as source_text
from workarounds.source import walk
from workarounds.source.expressions import Modules
from workarounds.source.known_names import KnownNames
from workarounds.source.names import Names
from workarounds.source.prefilter import Prefilter
from workarounds.source.references import Reference
from workarounds.source.references import VARIABLE
from workarounds.source.strings import Strings
from workarounds.source.text import Source
from workarounds.source.text import UnreadableError
from workarounds.source.walk import Context


@dataclasses.dataclass(frozen=True)
class ModuleSummary:
    """The content of one file that matters to workarounds.

    :param module: its exports
    :param unresolved: references that may depend on other modules
    :param mentions: names in comments, strings and texts
    :param conditions: comments with a condition, without a workaround yet
    """

    module: ModuleExports
    unresolved: tuple[UnresolvedReference, ...] = ()
    declarations: tuple[DeclarationInfo, ...] = ()
    written: tuple[WrittenDeclaration, ...] = ()
    mentions: tuple[Reference, ...] = ()
    conditions: tuple[Reference, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Pause the garbage collector.

    The collector would traverse a large tree repeatedly while the tree grows,
    which takes as long as parsing. A tree has no cycles to collect.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_no_collection()
def summarise_python(
    source: Source,
    known: KnownNames,
    present: Iterable[str],
    modules: Modules | None = None,
) -> ModuleSummary:
    """Summarise a Python module.

    :param known: the known workarounds
    :param present: the known names that occur in the text of the module
    :param modules: modules from which its declarations may import
    :raises workarounds.source.text.UnreadableError: it cannot be parsed
    """
    tree = source.tree
    try:
        return _summarise_tree(source, tree, known, present, modules)
    except RecursionError:
        raise UnreadableError(source_text.TOO_DEEP) from None


def _summarise_tree(
    source: Source,
    tree: ast.Module,
    known: KnownNames,
    present: Iterable[str],
    modules: Modules | None,
) -> ModuleSummary:
    names = Names(source, tree, known)
    prefilter = Prefilter(source, tree, names, known, present)
    collector = ReferenceCollector(source)
    declarations = DeclarationRecogniser(
        source, names, collector, prefilter, modules
    )
    recognisers = (
        declarations,
        SettingRecogniser(names, collector, prefilter),
        ReadRecogniser(names, collector, prefilter),
    )

    def recognise(node: ast.AST, context: Context) -> Iterable[ast.AST] | None:
        for recogniser in recognisers:
            rest = recogniser(node, context)
            if rest is not None:
                return rest
        return None

    walk.walk(names.module, prefilter.lines, recognise)
    context = Context(names.module)
    for option in options.find_options(source, names, tree, known):
        if not declarations.has(option.node):
            collector.add(
                'option',
                option.node,
                context,
                option.name.name,
                group=option.name.group,
            )
    new_identifiers = (
        identifier
        for info in declarations.declared
        for identifier in info.words
    )
    return dataclasses.replace(
        _summarise_texts(source, tree, {*present, *new_identifiers}),
        module=exports.describe_module(source.path, names),
        unresolved=tuple(collector.unresolved),
        declarations=tuple(declarations.declared),
        written=tuple(declarations.written),
    )


def _summarise_texts(
    source: Source, tree: ast.Module, identifiers: Collection[str]
) -> ModuleSummary:
    """Summarise the strings and comments of a module."""
    named = list(audit_mentions.find_names(source, identifiers))
    condition_lines = [
        source.line_at(match.start())
        for match in audit_comments.CONDITION.finditer(source.text)
    ]
    silencing = audit_comments.SUPPRESSION.finditer(source.text)
    offsets = [start for start, _ in named]
    offsets += [match.start() for match in silencing]
    lines = {*condition_lines, *map(source.line_at, offsets)}
    strings = Strings(source, tree, lines)
    comments = Comments(source, strings)
    in_comments = list(comments.find_names(named))
    columns = {
        reference.place.line: reference.place.column
        for reference in in_comments
    }
    mentions = []
    for start, name in named:
        mention = audit_mentions.make_mention(source, start, name)
        place = mention.place
        # Such as dict(os.environ, OS_WORKAROUNDS__X='true').
        is_keyword = name.startswith(VARIABLE) and not (
            columns.get(place.line, place.end_column) <= place.column
        )
        if strings.contains(start) or is_keyword:
            mentions.append(mention)
    return ModuleSummary(
        exports.describe_module(source.path),
        mentions=(*mentions, *in_comments),
        conditions=tuple(comments.find_conditions(condition_lines)),
        suppressions=tuple(comments.find_suppressions()),
    )


def summarise_text(
    source: Source, identifiers: Collection[str]
) -> ModuleSummary:
    """Summarise a file that is not Python."""
    return ModuleSummary(
        exports.describe_module(source.path),
        mentions=audit_mentions.find_mentions(source, identifiers),
    )
