# SPDX-License-Identifier: Apache-2.0
"""Tests that set options of the removed workaround."""

import ast
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses

from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.retire.passes import mixed_tests
from workarounds.retire.passes import setting_values
from workarounds.retire.transform.edits import Edits
from workarounds.retire.transform.edits import Span
from workarounds.source import projects
from workarounds.source import references as source_references
from workarounds.source.references import Reference
from workarounds.source.references import SourceRange
from workarounds.source.scopes import Function
from workarounds.source.text import Source
from workarounds.source.tree import LineSet

#: Methods that only enter the setting that they are called with.
_ENTERING = ('useFixture', 'enterContext', 'enter_context')


@dataclasses.dataclass(frozen=True)
class SettingReport:
    """What was done with a setting, or must be done by the user.

    :param code: that of the diagnostic
    :param cure: what to do; by default the cure of the code
    """

    code: str
    place: SourceRange
    message: str
    cure: str = ''


def remove_settings(
    source: Source,
    settings: Sequence[Reference],
    declaration: DeclarationInfo,
    is_on: bool,
    edits: Edits,
    *,
    is_value_read: bool,
) -> Iterator[SettingReport]:
    """Remove the settings of options of the workaround in one file.

    A setting to the value that is now permanent is removed. A test with a
    setting to the opposite value is removed as a whole, because it tests
    removed code::

        self.flags(flush=True, group='workarounds')     # removed if is_on
        self.flags(flush=False, group='workarounds')    # else the test is
        self.flags(retries=5, group='ipmi')   # removed if nothing reads it

    :param settings: the settings in this file
    :param is_on: the workaround is always on, not always off
    :param edits: the removals are added here
    :param is_value_read: the code still reads the value, not only whether
        it is on
    """
    lines = LineSet(reference.place.line for reference in settings)
    calls = {
        source.place(call.node).span: call
        for call in _list_calls(source.tree, lines)
    }
    unclear: set[Span] = set()
    matching: dict[Span, list[Reference]] = {}
    matches_by_place = {
        reference.place.span: _matches_final_value(
            reference, declaration, is_on
        )
        for reference in settings
        if not _is_of_param(reference, declaration)
    }
    for reference in settings:
        place = reference.place
        call = calls.get(place.span)
        matches = _matches_final_value(reference, declaration, is_on)
        reason = call and _mixed_test_reason(
            call, calls, matches_by_place, declaration
        )
        if reason:
            unclear.add(place.span)
            cure = 'change it by hand'
            yield SettingReport('WA303', place, reason, cure)
        elif call is None or matches is None:
            unclear.add(place.span)
            yield SettingReport(
                'WA303', place, f'this line sets {reference.name}'
            )
        elif is_on and _sets_other_value(reference, declaration):
            yield _report_other_value(reference, call, is_value_read)
            if is_value_read:
                unclear.add(place.span)
            else:
                matching.setdefault(place.span, []).append(reference)
        elif matches:
            matching.setdefault(place.span, []).append(reference)
        elif call.test is not None and projects.is_test(source.path):
            begin = source.place(call.test)
            edits.removed_statements.add((begin.line, begin.column))
            how = 'off' if is_on else 'on'
            text = f'{call.test.name} is removed, because it turns it {how}'
            yield SettingReport('WA304', begin, text)
        else:
            text = (
                f'this line sets {reference.name} to a value that is now '
                f'impossible'
            )
            yield SettingReport('WA303', place, text)
    for span, references in matching.items():
        if span in unclear or not _remove_setting(
            source, calls[span], references, edits
        ):
            text = f'this line sets {references[0].name}'
            yield SettingReport('WA303', references[0].place, text)


def _is_of_param(reference: Reference, declaration: DeclarationInfo) -> bool:
    return declaration.param_of(reference) is not None or any(
        reference.key and param.key == reference.key
        for param in declaration.params
    )


def _mixed_test_reason(
    call: '_Call',
    calls: Mapping[Span, '_Call'],
    matches_by_place: Mapping[Span, bool | None],
    declaration: DeclarationInfo,
) -> str:
    """Return why the test around a setting is left, or ''."""
    if call.test is None:
        return ''
    return mixed_tests.find_reason(
        call.test,
        call.node,
        {
            span: matches
            for span, matches in matches_by_place.items()
            if span in calls and calls[span].function is call.test
        },
        declaration.identifiers,
    )


def _matches_final_value(
    reference: Reference, declaration: DeclarationInfo, is_on: bool
) -> bool | None:
    """Return whether it sets the permanent value, ``None`` if unknown."""
    if reference.value is source_references.UNKNOWN:
        return None
    option = declaration.param_of(reference)
    for param in declaration.params:
        if param == option or (reference.key and param.key == reference.key):
            # It is no longer read, or always has its default.
            return not is_on or reference.value == param.default or None
    if not reference.group and isinstance(reference.value, bool):
        # By the name of the workaround, which is on or off.
        return reference.value is is_on
    is_enabled = setting_values.is_enabled(reference.value, declaration)
    return None if is_enabled is None else is_enabled is is_on


def _sets_other_value(
    reference: Reference, declaration: DeclarationInfo
) -> bool:
    """Return whether it sets the toggle to other than on, off or default."""
    return (
        declaration.has_values
        and not reference.key
        and declaration.param_of(reference) is None
        and (bool(reference.group) or not isinstance(reference.value, bool))
        and reference.value != declaration.default
        and setting_values.is_enabled(reference.value, declaration) is True
    )


def _report_other_value(
    reference: Reference, call: '_Call', is_value_read: bool
) -> SettingReport:
    where = call.function.name if call.function else 'this'
    text = f'{where} sets {reference.name} to a value that is not its default'
    if is_value_read:
        text += ', and the code still reads it'
        cure = 'change both by hand'
        return SettingReport('WA303', reference.place, text, cure)
    text += ', which is removed'
    return SettingReport('WA305', reference.place, text)


@dataclasses.dataclass(frozen=True)
class _Call:
    node: ast.Call
    #: The statement, if the call is all of it.
    statement: ast.Expr | None
    #: The test that calls it unconditionally.
    test: Function | None
    #: The enclosing function.
    function: Function | None


def _list_calls(tree: ast.Module, lines: LineSet) -> Iterator[_Call]:
    """Yield the calls that are on some lines, at least in part."""
    stack: list[
        tuple[ast.AST, ast.Expr | None, Function | None, Function | None]
    ] = [(tree, None, None, None)]
    while stack:
        node, statement, test, function = stack.pop()
        if not lines.touches(node):
            continue
        if isinstance(node, ast.Call):
            yield _Call(node, statement, test, function)
        if isinstance(node, Function):
            function = node
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Expr):
                around = None
                if isinstance(node, Function):
                    around = node if node.name.startswith('test') else None
                stack.append((child, child, around, function))
            elif _is_only_purpose(node, child):
                stack.append((child, statement, test, function))
            else:
                stack.append((child, None, None, function))


def _is_only_purpose(node: ast.AST, child: ast.AST) -> bool:
    """Return whether a statement does nothing but evaluate a part of it.

    ``self.useFixture(setting)`` only makes the setting, ``convert(setting)``
    does more.
    """
    if isinstance(node, ast.Call) and child is not node.func:
        return getattr(node.func, 'attr', '') in _ENTERING
    return isinstance(node, ast.Expr | ast.Call | ast.Attribute | ast.Await)


def _remove_setting(
    source: Source,
    call: _Call,
    references: Sequence[Reference],
    edits: Edits,
) -> bool:
    """Remove settings from a call, or the call if it sets nothing else.

    ::

        self.flags(x=True, y=1, group='workarounds')
        self.flags(y=1, group='workarounds')

    :returns: whether that was possible
    """
    names = {reference.name for reference in references}
    own = [keyword for keyword in call.node.keywords if keyword.arg in names]
    others = [
        keyword
        for keyword in call.node.keywords
        if keyword.arg not in (*names, *mixed_tests.NO_OPTIONS)
    ]
    if call.statement is not None and not (own and others):
        begin = source.place(call.statement)
        edits.removed_statements.add((begin.line, begin.column))
        _remove_fixture(source, call, edits)
        return True
    edits.removed_items |= {
        source.place(keyword.value).span for keyword in own
    }
    return bool(own)


def _remove_fixture(source: Source, call: _Call, edits: Edits) -> None:
    """Remove the fixture of a test that only this call uses."""
    if call.function is None or not isinstance(call.node.func, ast.Name):
        return
    name = call.node.func.id
    uses = [
        node
        for node in ast.walk(call.function)
        if isinstance(node, ast.Name) and node.id == name
    ]
    for parameter in call.function.args.args:
        if parameter.arg == name and len(uses) == 1:
            place = source.span(
                parameter.lineno,
                parameter.col_offset,
                parameter.lineno,
                parameter.col_offset + len(name),
            )
            edits.removed_items.add(place.span)
