# SPDX-License-Identifier: Apache-2.0
"""Inlining of constants, if all uses can be replaced.

::

    def _flush():               # removed later
        return False

    if _flush() or force:       if force:
        fsync()                     fsync()
"""

from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence

from workarounds.retire import computed_names
from workarounds.retire import reports
from workarounds.retire.imported_names import ImportedNames
from workarounds.retire.name_uses import NameUse
from workarounds.retire.name_uses import Project
from workarounds.retire.passes import constant_functions
from workarounds.retire.passes import unnamed_uses
from workarounds.retire.passes.constant_functions import Constant
from workarounds.retire.session import ConstantKey
from workarounds.retire.session import Session
from workarounds.retire.transform.edits import Edits
from workarounds.source import projects


def inline_constants(session: Session) -> bool:
    """Inline a constant, and remove one whose last use was inlined.

    :returns: whether there may be more to do
    """
    for key in sorted(session.inlined):
        if _remove_if_unused(session, key):
            return True
    constant = _next_constant(session)
    if constant is None:
        return False
    session.tried.add(constant.key)
    edits, obstacles = _inline(constant, session.project)
    for use, reason in obstacles[:1]:
        text = f'{_fact(constant)}, and is not inlined: {reason} ({use.place})'
        session.report('WA307', constant.path, constant.line, text)
    reason = f'{_fact(constant)}{_cause(session, constant)}'
    for path, path_edits in edits.items():
        session.apply(path, path_edits, reason, is_read=False)
    if edits:
        # What becomes of it is reported when its last use is gone.
        session.reported.add((constant.path, constant.name))
    if edits or constant.is_private or _is_answer(constant):
        session.inlined.add(constant.key)
    return True


def _fact(constant: Constant) -> str:
    what = 'returns' if constant.is_called else 'is'
    return f'{constant.name} now always {what} {constant.value!r}'


def _cause(session: Session, constant: Constant) -> str:
    """Return why it is a constant, as the end of a sentence."""
    now = session.project.text(constant.path)
    for step in reversed(session.steps):
        if step.path == constant.path and not step.unused:
            line = reports.map_line(step.line, step.basis, now)
            if constant.line <= line <= constant.last_line:
                return f', because {step.reason}'
    return ''


def _is_answer(constant: Constant) -> bool:
    """Return whether a constant is to be reported if nothing uses it.

    Whether ``def size(): return 4096`` is used is no matter of the workaround.
    """
    is_test = projects.is_test(constant.path)
    value = constant.value
    return (value == [] or isinstance(value, bool)) and not (
        constant.obstacle or (is_test and constant.name.startswith('test'))
    )


def _next_constant(session: Session) -> Constant | None:
    """Return a constant that has not been tried, or None."""
    for path in sorted(session.originals):
        if session.is_exhausted(path, 'constants'):
            continue
        for constant in constant_functions.find_constants(
            session.original(path), session.project.index(path)
        ):
            if constant.key not in session.tried:
                return constant
        session.mark_exhausted(path, 'constants')
    return None


def _remove_if_unused(session: Session, key: ConstantKey) -> bool:
    """Remove a constant that nothing uses, or report it if it is public."""
    path, _, name = key
    for constant in constant_functions.find_constants(
        session.original(path), session.project.index(path)
    ):
        if constant.key != key or not _is_unused(constant, session.project):
            continue
        session.inlined.remove(key)
        if not constant.is_private:
            text = (
                f'{_fact(constant)}, and is kept without a use in the paths: '
                f'its name is public'
            )
            session.report('WA308', path, constant.line, text)
            return False
        session.write_order[path] = 1
        edits = Edits(
            removed_statements={(constant.line, constant.node.col_offset)},
            unused={constant.line: name},
        )
        return session.apply(path, edits, _fact(constant))
    return False


def _inline(
    constant: Constant, project: Project
) -> tuple[Mapping[str, Edits], Sequence[tuple[NameUse, str]]]:
    """Replace all uses of a constant by its value.

    :returns: the edits by file; or none, and the uses that prevent it, each
        with the reason
    """
    edits: dict[str, Edits] = {}
    obstacles: list[tuple[NameUse, str]] = []
    all_uses = list(project.find_uses(constant.name))
    uses = [use for use in all_uses if not _is_definition_of(use, constant)]
    imported = ImportedNames(project, constant.name, constant.path)
    possible_uses = _possible_uses(uses, constant, imported)
    for use in possible_uses:
        obstacle = _obstacle(use, constant, project, imported)
        place = use.place
        if obstacle:
            obstacles.append((use, obstacle))
        elif use.kind == 'import':
            # It is removed as unused after the last use.
            continue
        else:
            path_edits = edits.setdefault(place.path, Edits())
            path_edits.constants[place.span] = constant.value
    obstacle = constant.obstacle or _caller_obstacle(constant, project)
    if possible_uses and not obstacle:
        obstacle = computed_names.find_keyword(
            constant.name, project, is_called=constant.is_called
        )
    if not obstacles:
        obstacles += [
            (use, 'called with other arguments than it takes')
            for use in possible_uses
            if not constant.accepts(use.call)
        ]
    if obstacle and constant.is_private:
        possible_uses = possible_uses or all_uses
    if obstacle and possible_uses:
        obstacles.append((possible_uses[0], obstacle))
    return ({}, obstacles) if obstacles else (edits, [])


def _is_unused(constant: Constant, project: Project) -> bool:
    """Return whether nothing uses a constant, nor may call it."""
    if constant.obstacle or _caller_obstacle(constant, project):
        return False
    return not _possible_uses(
        [
            use
            for use in project.find_uses(constant.name)
            if not _is_definition_of(use, constant)
        ],
        constant,
        ImportedNames(project, constant.name, constant.path),
    )


def _possible_uses(
    uses: Sequence[NameUse], constant: Constant, imported: ImportedNames
) -> Sequence[NameUse]:
    """Drop uses of an unrelated name that is the same in another file."""
    if constant.in_class or constant.scope_path:
        return [
            use
            for use in uses
            if constant.in_class or use.place.path == constant.path
        ]
    importing = {
        use.place.path
        for use in uses
        if use.kind == 'import'
        and imported.is_defined_there(use.place.path, use.alias) is not False
    }
    return [
        use for use in uses if _may_use(use, constant, importing, imported)
    ]


def _may_use(
    use: NameUse,
    constant: Constant,
    importing: Collection[str],
    imported: ImportedNames,
) -> bool:
    """Return whether a use may be of the name of a module."""
    path = use.place.path
    if use.kind == 'text' or path in (constant.path, *importing):
        return True
    match use.kind:
        case 'name':
            return imported.imports_all(path)
        case 'attribute':
            there = imported.is_defined_there(path, use.receiver)
            return there is not False and use.receiver not in ('self', 'cls')
        case 'definition':
            # Any module may be meant by "module.name = value".
            return use.receiver not in ('', 'self', 'cls')
    return False


def _is_definition_of(use: NameUse, constant: Constant) -> bool:
    return (
        use.kind == 'definition'
        and use.place.path == constant.path
        and use.place.line == constant.line
    )


def _caller_obstacle(constant: Constant, project: Project) -> str:
    """Return what else may call a function; empty if nothing does."""
    scope_path = constant.scope_path if constant.in_class else ()
    obstacle = unnamed_uses.find_unnamed_use(
        constant.name, constant.path, scope_path, project
    )
    bases = [base for base in constant.bases if base != 'object']
    if obstacle or constant.is_private or not bases:
        return obstacle
    return f'{bases[0]}, a base class, may call it'


def _obstacle(  # noqa: PLR0911  # a line for each reason
    use: NameUse,
    constant: Constant,
    project: Project,
    imported: ImportedNames,
) -> str:
    """Return why a use cannot be replaced; empty if it can be."""
    if project.is_outside(use.place.path):
        return 'used in a file that is not in the given paths'
    if use.kind == 'definition':
        return 'something else has the same name'
    if use.kind == 'text':
        return 'named in a string'
    if constant.in_class:
        return _method_obstacle(use, constant)
    if use.kind == 'import':
        alone = use.alias == constant.name and not constant.scope_path
        return '' if alone else 'imported under another name'
    if use.kind == 'attribute' and not imported.is_defined_there(
        use.place.path, use.receiver
    ):
        return 'used as an attribute of something'
    if use.place.path != constant.path and imported.imports_all(
        use.place.path
    ):
        return 'imported with all names of its module'
    if (use.call is not None) is not constant.is_called:
        return 'used other than for its value'
    inside = use.scope_path[: len(constant.scope_path)] == constant.scope_path
    if use.place.path == constant.path and not inside:
        return 'the name is bound to something else here'
    return ''


def _method_obstacle(use: NameUse, constant: Constant) -> str:
    if use.kind != 'attribute':
        return 'something else has the same name'
    if (
        use.place.path != constant.path
        or use.receiver not in ('self', 'cls')
        or use.scope_path[: len(constant.scope_path)] != constant.scope_path
    ):
        return 'it may be an attribute of another class'
    if (use.call is not None) is not constant.is_called:
        return 'used other than for its value'
    return ''
