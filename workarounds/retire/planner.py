# SPDX-License-Identifier: Apache-2.0
"""A whole retirement: what changes in which files, and what does not."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses

from workarounds.audit import scanner
from workarounds.audit.scanner import ScanResult
from workarounds.retire import answers
from workarounds.retire.answers import Unclear
from workarounds.retire.passes import constant_functions
from workarounds.retire.passes import dead_definitions
from workarounds.retire.passes import declaration_removal
from workarounds.retire.passes import inlining
from workarounds.retire.passes import test_settings
from workarounds.retire.passes.constant_functions import Constant
from workarounds.retire.passes.constant_functions import Key
from workarounds.retire.reports import Report
from workarounds.retire.session import Order
from workarounds.retire.session import Run
from workarounds.retire.transform import unused_names
from workarounds.retire.transform.edits import Edits
from workarounds.retire.usages import Project
from workarounds.source import references as source_references
from workarounds.source.references import Reference


@dataclasses.dataclass(frozen=True)
class Change:
    """A file's old text and its new one; a new file has no old one."""

    path: str
    before: bytes | None
    after: bytes


@dataclasses.dataclass(frozen=True)
class Plan:
    """What a retirement comes to.

    :param changes: in the order in which they can be written, so that a run
        that is cut off can be started again
    :param reports: what is left to a person, and what a person should see
    :param skipped: files that cannot be changed
    """

    changes: Sequence[Change]
    reports: Sequence[Report]
    skipped: Collection[str] = ()


def plan(order: Order, scan_result: ScanResult, project: Project) -> Plan:
    """Work out a retirement. Nothing is written.

    :param reading: what was read of the files
    :param project: the files, and those around them
    """
    run = Run(order, scan_result, project)
    references = declaration_removal.relevant_references(
        run, scan_result.references
    )
    for path, some in _by_path(references).items():
        edits = Edits()
        _settle_reads(run, some, edits)
        _take_settings(run, path, some, edits)
        if edits:
            run.apply(path, edits)
    _inline(run)
    _clean(run)
    _read_again(run)
    declaration_removal.bury(run, references)
    _clean(run)
    declaration_removal.mention(run, references)
    changes = _in_order(run, declaration_removal.notes(run))
    return Plan(changes, tuple(run.reports), tuple(run.skipped))


def _read_again(run: Run) -> None:
    """Settle what could not be while something else was in its way."""
    is_new = True
    while is_new:
        is_new = False
        for path in sorted({one.path for one in run.reports if one.is_read}):
            current = scanner.scan_text(
                path, run.project.text(path), run.scan_result.declarations
            )
            run.forget_reads(path)
            edits = Edits()
            _settle_reads(
                run,
                declaration_removal.relevant_references(
                    run, current.references
                ),
                edits,
            )
            if edits and run.apply(path, edits):
                is_new = True
                _clean(run)


def _by_path(
    references: Iterable[Reference],
) -> Mapping[str, Sequence[Reference]]:
    found: dict[str, list[Reference]] = {}
    for reference in references:
        if reference.kind != 'mention':
            found.setdefault(reference.place.path, []).append(reference)
    return found


def _settle_reads(
    run: Run, references: Iterable[Reference], edits: Edits
) -> None:
    for reference in references:
        if reference.kind not in source_references.READS:
            continue
        place = reference.place
        value = answers.of(reference, run.order.declaration, run.order.is_on)
        if isinstance(value, Unclear):
            run.leave(place.path, place.line, value.why)
            continue
        span = place.line, place.column, place.end_line, place.end_column
        edits.constants[span] = value


def _take_settings(
    run: Run,
    path: str,
    references: Iterable[Reference],
    edits: Edits,
) -> None:
    settings = [
        reference for reference in references if reference.kind == 'setting'
    ]
    if not settings:
        return
    order = run.order
    for report in test_settings.take_away(
        run.source(path), settings, order.declaration, order.is_on, edits
    ):
        place = report.place
        run.report(path, place.line, report.text, is_done=report.is_done)


def _inline(run: Run) -> None:
    """Inline what has become constant, and then what becomes so by that."""
    seen: set[Key] = set()
    while True:
        constant = _constant(run, seen)
        if constant is None:
            return
        seen.add(constant.key)
        edits, against = inlining.inlined(constant, run.project)
        for use, reason in against[:1]:
            what = 'returns' if constant.is_called else 'is'
            text = (
                f'{constant.name} always {what} {constant.value!r} now and '
                f'is not inlined: {reason} ({use.place})'
            )
            run.report(constant.path, constant.line, text)
        for path, some in edits.items():
            run.apply(path, some)
        if edits or constant.is_private:
            _clean(run)
            _remove(run, constant.key)


def _constant(run: Run, seen: Collection[Key]) -> Constant | None:
    """Find something constant that has not been looked at."""
    for path in sorted(run.originals):
        if run.has_no_more(path, 'constants'):
            continue
        for constant in constant_functions.found(path, *run.texts(path)):
            if constant.key not in seen:
                return constant
        run.note_no_more(path, 'constants')
    return None


def _remove(run: Run, key: Key) -> None:
    """Remove a function if its last use has been inlined."""
    for constant in constant_functions.found(key[0], *run.texts(key[0])):
        if constant.key == key and inlining.is_unused(constant, run.project):
            edits = Edits(
                removed_statements={(constant.line, constant.column)}
            )
            run.apply(constant.path, edits)
            run.late[constant.path] = 1
            return


def _clean(run: Run) -> None:
    """Take away what has lost its last user, and then what that used."""
    is_new = True
    while is_new:
        is_new = False
        for path in sorted(run.originals):
            if run.has_no_more(path, 'unused'):
                continue
            before, after = run.texts(path)
            edits = unused_names.find_unused(path, before, after)
            for one in dead_definitions.found(
                path,
                before,
                after,
                run.project,
                run.order.declaration.identifiers,
            ):
                if not one.doubt:
                    edits.removed_statements.add((one.line, one.column))
                    run.late[path] = 1
                elif (path, one.name) not in run.told:
                    run.told.add((path, one.name))
                    run.report(
                        path,
                        one.line,
                        f'{one.name} is used no more and stays: {one.doubt}',
                        is_done=True,
                    )
            if edits:
                is_new = run.apply(path, edits) or is_new
            else:
                run.note_no_more(path, 'unused')


def _in_order(run: Run, notes: Mapping[str, bytes]) -> list[Change]:
    changes = [
        Change(path, before, run.project.texts[path])
        for path, before in run.originals.items()
        if run.project.texts[path] != before
    ]
    changes += [Change(path, None, text) for path, text in notes.items()]
    # The note first: without anything to change, none would be written.
    late = run.late | dict.fromkeys(notes, -1)
    return sorted(changes, key=lambda one: (late.get(one.path, 0), one.path))
