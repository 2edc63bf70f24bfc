# SPDX-License-Identifier: Apache-2.0
"""WA219: two different declarations have the same name or option."""

import collections
from collections.abc import Iterator
from collections.abc import Sequence

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.audit.declaration_info import WrittenDeclaration
from workarounds.declarations import declaration as declarations
from workarounds.declarations.toggle import ANY_GROUP
from workarounds.declarations.toggle import OptionName
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.source import projects
from workarounds.source.references import UNKNOWN


class DuplicateDeclaration(SourceRule):
    """Two declarations of a project that cannot both be registered.

    The same declaration twice is accepted. Declarations inside functions are
    compared with others of the same function alone, and those of tests with
    others of the same file, because each may have a registry of its own.
    """

    code = 'WA219'
    VALID = (
        Example("""
            import workarounds

            workarounds.Workaround(name='flush_images', expires='36.0.0')
            workarounds.Workaround(name='flush_images', expires='36.0.0')
        """),
        Example("""
            import workarounds

            def test_this():
                workarounds.Workaround(name='flush_images', expires='36.0.0')

            def test_that():
                workarounds.Workaround(name='flush_images', expires='37.0.0')
        """),
    )
    INVALID = (
        Example("""
            import workarounds

            workarounds.Workaround(name='flush_images', expires='36.0.0')
            workarounds.Workaround(name='flush_images', expires='37.0.0')
        """),
        Example("""
            import workarounds

            workarounds.Workaround(name='flush_images', enabled_by='flush')
            workarounds.Workaround(name='sync_images', enabled_by='flush')
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic at each declaration that differs from another."""
        claims = collections.defaultdict(list)
        for declaration in context.result.written:
            for claim in _claims(declaration):
                claims[claim].append(declaration)
        for claim, claimants in claims.items():
            for declaration in claimants:
                problem = next(_conflicts(claim, declaration, claimants), None)
                if problem is not None:
                    yield self.report(
                        audit_context.location_of(declaration.place),
                        problem,
                        subject=declaration.name,
                    )


def _claims(declaration: WrittenDeclaration) -> Iterator[str | OptionName]:
    """Yield the name and the options, which no other declaration may have."""
    if declaration.name:
        yield declaration.name
    for option in declaration.options:
        if option.group != ANY_GROUP:
            yield option.key


def _conflicts(
    claim: str | OptionName,
    declaration: WrittenDeclaration,
    claimants: Sequence[WrittenDeclaration],
) -> Iterator[str]:
    """Yield why a declaration cannot have a name or option, as a clause."""
    for other in claimants:
        if other is declaration:
            continue
        problem = _conflict(claim, declaration, other)
        if problem and _registry(other) == _registry(declaration):
            yield f'{problem} at {other.place}'


def _conflict(
    claim: str | OptionName,
    declaration: WrittenDeclaration,
    other: WrittenDeclaration,
) -> str:
    """Return why two declarations cannot have the same, without the place."""
    if isinstance(claim, OptionName):
        if declaration.name == other.name:
            return ''
        return f'the option {claim} belongs to {other.name} too, declared'
    if declaration.kind != other.kind:
        return f'{claim} is also declared as a {other.kind},'
    fields = [
        name
        for name, value in declaration.fields.items()
        if _differ(value, other.fields.get(name, UNKNOWN))
    ]
    if not fields:
        return ''
    return f'{claim} is declared with another {" and ".join(fields)}'


def _differ(value: object, other: object) -> bool:
    """Return whether two values are known and differ."""
    return (
        value is not UNKNOWN
        and other is not UNKNOWN
        and declarations.comparable(value) != declarations.comparable(other)
    )


def _registry(declaration: WrittenDeclaration) -> tuple[object, ...]:
    """Return a key that is equal for what is registered together."""
    path = declaration.place.path
    if declaration.function is not None:
        return path, declaration.function
    root = next(iter(projects.find_roots([path])), None)
    return (path,) if projects.is_test(path) else (root,)
