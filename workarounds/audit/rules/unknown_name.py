# SPDX-License-Identifier: Apache-2.0
"""WA201: no workaround has this name, option or parameter."""

from collections.abc import Iterator
import difflib

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import LOOKUPS
from workarounds.audit.context import SourceRule
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.source.references import Reference


class UnknownName(SourceRule):
    """A name, an option or a parameter that no known workaround has.

    A lookup of an unknown name raises when it runs. The cure has the nearest
    names.
    """

    code = 'WA201'
    scope = 'names'
    VALID = (
        Example("""
            import workarounds

            def convert():
                return workarounds.enabled('flush_images')
        """),
        Example("""
            import workarounds

            def convert():
                return workarounds.param('flush_images', 'delay')
        """),
    )
    INVALID = (
        Example("""
            import workarounds

            def convert():
                return workarounds.enabled('flush_image')
        """),
        Example("""
            import workarounds

            def convert():
                return workarounds.enabled('disable_flush')
        """),
        Example("""
            from oslo_config import cfg

            def convert():
                return cfg.CONF.workarounds.flush_images
        """),
        Example("""
            from oslo_config import cfg

            def convert():
                return cfg.CONF.workarounds.announce
        """),
        Example("""
            import workarounds

            def convert():
                return workarounds.param('flush_images', 'dealy')
        """),
        Example("""
            def test_convert(workaround):
                workaround('flush_images', True, dealy=5)
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each reference to an unknown name."""
        reported = set()
        for reference in context.references:
            if reference.kind not in (*LOOKUPS, 'direct', 'setting'):
                continue
            declaration = context.declaration_of(reference)
            if declaration is None:
                # A fixture has one reference for each of its parameters.
                if (reference.place, reference.name) not in reported:
                    reported.add((reference.place, reference.name))
                    yield from self._check_name(
                        reference, context.declarations
                    )
            elif reference.key and declaration.removed_in is None:
                yield from self._check_key(reference, declaration)

    def _check_name(
        self, reference: Reference, declarations: DeclarationIndex
    ) -> Iterator[Diagnostic]:
        if audit_context.may_have(declarations, reference):
            # See the rule computed-read.
            return
        is_by_name = audit_context.is_by_name(reference)
        has = 'is called' if is_by_name else 'has the option'
        yield self.report(
            audit_context.location_of(reference.place),
            f'no workaround {has} {reference.name!r}',
            _hint(reference.name, is_by_name, declarations),
        )

    def _check_key(
        self, reference: Reference, declaration: DeclarationInfo
    ) -> Iterator[Diagnostic]:
        keys = [param.key for param in declaration.params]
        # Parameters of a declaration in source may be known only at run time.
        is_known = bool(keys) or declaration.place is None
        if is_known and reference.key not in keys:
            yield self.report(
                audit_context.location_of(reference.place),
                f'{declaration.name} has no parameter {reference.key!r}',
                f'write {" or ".join(keys)}'
                if keys
                else 'delete the parameter',
                subject=declaration.name,
            )


def _hint(name: str, is_by_name: bool, declarations: DeclarationIndex) -> str:
    owner = declarations.find_declaration(name)
    if owner is not None and is_by_name:
        return f'write {owner.name!r}, the workaround of this option'
    if owner is not None:
        return f'write {owner.option}, the option of {owner.name}'
    near = declarations.similar_names(name)
    if not is_by_name:
        options = {
            option
            for declaration in declarations
            for option in declaration.option_names
        }
        near = difflib.get_close_matches(name, sorted(options))
    return f'did you mean {" or ".join(near)}?' if near else ''
