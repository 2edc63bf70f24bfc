# SPDX-License-Identifier: Apache-2.0
"""What is wrong with reads of workarounds, and with what sets them."""

from collections.abc import Iterator
import difflib

from workarounds.audit import codes
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.audit.finding import Finding
from workarounds.source.references import Reference

_LOOKUPS = ('enabled', 'value', 'param')


def find(trace: Reference, subjects: DeclarationIndex) -> Iterator[Finding]:
    """Find what is wrong with one read or setting.

    :param trace: of any kind; the others have nothing to be found here
    """
    if trace.kind == 'computed':
        yield _computed(trace, subjects.find(trace.name))
        return
    if trace.kind not in (*_LOOKUPS, 'direct', 'setting'):
        return
    subject = _meant(trace, subjects)
    if subject is None:
        yield from _of_unknown(trace, subjects)
    elif subject.removed_in is not None:
        yield _removed(trace, subject)
    else:
        yield from _of_living(trace, subject)


def find_without_names(trace: Reference) -> Iterator[Finding]:
    """Find what is wrong whatever workarounds there are."""
    if trace.kind == 'computed':
        yield _computed(trace, None)
    elif trace.kind in _LOOKUPS and trace.is_import_time:
        yield _frozen(trace, trace.name)


def removal(subject: DeclarationInfo) -> str:
    """Say since when a removed workaround is gone, if that can be told."""
    return f'was removed in {subject.removed_in or "an earlier release"}'


def _of_living(
    trace: Reference, subject: DeclarationInfo
) -> Iterator[Finding]:
    if trace.kind == 'setting':
        return
    if trace.kind == 'param' and trace.key:
        yield from _unknown_key(trace, subject)
    if trace.kind == 'direct':
        yield Finding(
            codes.DIRECT,
            trace.place,
            f'this read of the option {trace.name} bypasses enabled(); write '
            f'{_lookup(trace.name, subject)}',
            subject.name,
        )
    if trace.is_import_time:
        yield _frozen(trace, subject.name)


def _frozen(trace: Reference, name: str) -> Finding:
    return Finding(
        codes.FROZEN,
        trace.place,
        f'{name} is read when the module is imported, before any '
        f'configuration file, and never again; ask in the function that '
        f'needs to know',
        name,
    )


def _meant(
    trace: Reference, subjects: DeclarationIndex
) -> DeclarationInfo | None:
    if trace.kind in _LOOKUPS:
        return subjects.get(trace.name)
    if trace.kind == 'direct':
        return subjects.by_option(trace.name)
    return subjects.find(trace.name)


def _of_unknown(
    trace: Reference, subjects: DeclarationIndex
) -> Iterator[Finding]:
    is_lookup = trace.kind in _LOOKUPS
    hidden = [one.name for one in subjects if one.option is None]
    if hidden and not is_lookup:
        if trace.kind == 'direct':
            yield Finding(
                codes.COMPUTED,
                trace.place,
                f'whether {trace.name} is an option of '
                f'{" or ".join(hidden)} is only known at run time; write '
                f'the options of that as literals, where it is declared',
            )
        return
    what = 'workaround is called' if is_lookup else 'workaround has an option'
    hint = _hint(trace.name, is_lookup, subjects)
    yield Finding(
        codes.UNKNOWN, trace.place, f'no {what} {trace.name!r}; {hint}'
    )


def _hint(name: str, is_lookup: bool, subjects: DeclarationIndex) -> str:
    owner = subjects.find(name)
    if owner is not None and is_lookup:
        return f'it is an option of {owner.name}, which is to be asked for'
    if owner is not None:
        return f'the option of {owner.name} is {owner.option}'
    near = subjects.similar_names(name)
    if not is_lookup:
        options = {option for one in subjects for option in one.options}
        near = difflib.get_close_matches(name, sorted(options))
    if near:
        return f'did you mean {" or ".join(near)}?'
    return (
        'it is declared nowhere, so correct the name, or name the catalogue '
        'that has it'
    )


def _unknown_key(
    trace: Reference, subject: DeclarationInfo
) -> Iterator[Finding]:
    keys = [param.key for param in subject.params]
    # Source can declare parameters in a way that only running it tells.
    is_told = bool(keys) or subject.place is None
    if is_told and trace.key not in keys:
        yield Finding(
            codes.UNKNOWN,
            trace.place,
            f'{subject.name} has no parameter {trace.key!r}; it has '
            f'{", ".join(keys) or "none"}',
            subject.name,
        )


def _removed(trace: Reference, subject: DeclarationInfo) -> Finding:
    what = 'sets' if trace.kind == 'setting' else 'asks for'
    return Finding(
        codes.REMOVED,
        trace.place,
        f'{subject.name} {removal(subject)}; delete the code that '
        f'{what} it (workarounds retire {subject.name})',
        subject.name,
    )


def _lookup(option: str, subject: DeclarationInfo) -> str:
    """Return what to write instead of a direct read."""
    for param in subject.params:
        if param.option == option:
            return f'workarounds.param({subject.name!r}, {param.key!r})'
    if subject.is_list:
        return f'workarounds.value({subject.name!r})'
    negation = 'not ' if subject.polarity == 'disabled_by' else ''
    return f'{negation}workarounds.enabled({subject.name!r})'


def _computed(trace: Reference, subject: DeclarationInfo | None) -> Finding:
    """Say what nobody can follow.

    :param subject: the workaround that it may be about
    """
    message = (
        'which workaround is asked for here is computed at run time, so '
        'nobody can follow it; write the name as a literal'
    )
    if subject is not None:
        message = (
            f'whether this reads {trace.name} of [workarounds] is only known '
            f'at run time; write {_lookup(trace.name, subject)}'
        )
    return Finding(
        codes.COMPUTED,
        trace.place,
        message,
        '' if subject is None else subject.name,
    )
