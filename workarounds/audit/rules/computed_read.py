# SPDX-License-Identifier: Apache-2.0
"""WA212: the name of the workaround is known only at run time."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.source import known_names
from workarounds.source.references import Reference


class ComputedRead(SourceRule):
    """A computed name, which the audit cannot follow.

    The rule also reports an option that may belong to a declaration with
    computed options.
    """

    code = 'WA212'
    scope = 'file'
    VALID = (
        Example("""
            import workarounds

            NAME = 'flush_images'

            def convert():
                return workarounds.enabled(NAME)
        """),
    )
    INVALID = (
        Example("""
            import workarounds

            def is_on(name):
                return workarounds.enabled(name)
        """),
        Example("""
            import workarounds
            from oslo_config import cfg

            workarounds.Workaround(name='announce', enabled_by=make_option())

            def announce():
                return cfg.CONF.workarounds.enable_announcements
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each such read."""
        for reference in context.references:
            if reference.kind == 'computed' and _may_read_any(reference):
                yield self._report_computed(reference, context)
            elif (
                reference.kind in ('direct', 'setting')
                and context.knows_names
                and context.declaration_of(reference) is None
                and (
                    hidden := audit_context.may_have(
                        context.declarations, reference
                    )
                )
            ):
                yield self.report(
                    audit_context.location_of(reference.place),
                    f'cannot tell before run time whether {reference.name} is '
                    f'an option of {" or ".join(hidden)}',
                    'write the options of that declaration as literals',
                )

    def _report_computed(
        self, reference: Reference, context: Context
    ) -> Diagnostic:
        declaration = context.declaration_of(reference)
        location = audit_context.location_of(reference.place)
        if declaration is None:
            return self.report(
                location,
                'the name of the workaround is known only at run time',
            )
        lookup = audit_context.replacement(reference, declaration)
        return self.report(
            location,
            f'cannot tell before run time whether this reads {reference.name} '
            f'of {_describe_group(reference, declaration)}',
            f'write {lookup}',
            subject=declaration.name,
        )


def _may_read_any(reference: Reference) -> bool:
    """Return whether a read names a workaround, or can read nothing else.

    Most options of other groups than the usual one belong to no workaround.
    """
    return bool(reference.name) or reference.group in ('', known_names.GROUP)


def _describe_group(reference: Reference, declaration: DeclarationInfo) -> str:
    groups = dict.fromkeys(
        option.group
        for option in declaration.options
        if option.name == reference.name
    )
    if known_names.ANY_GROUP in groups:
        return 'any group'
    return ' or '.join(f'[{group}]' for group in groups) or '[workarounds]'
