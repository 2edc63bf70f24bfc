# SPDX-License-Identifier: Apache-2.0
"""WA210: an ignore comment lacks a reason, or cannot suppress its code."""

from collections.abc import Iterator
from collections.abc import Mapping
import difflib

from workarounds.audit import context as audit_context
from workarounds.audit.collect.comments import Suppression
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class InvalidSuppression(SourceRule):
    """An ignore comment with a mistake.

    A comment without a reason still suppresses its line. WA200, WA209 and
    WA210 cannot be suppressed, because they are about comments, or about files
    whose comments cannot be read.
    """

    code = 'WA210'
    can_be_suppressed = False
    VALID = (
        Example("""
            from oslo_config import cfg

            def convert():
                group = cfg.CONF.workarounds
                return (
                    group.disable_flush  # workarounds: ignore=WA203 a test
                )
        """),
    )
    INVALID = (
        Example("""
            from oslo_config import cfg

            def convert():
                group = cfg.CONF.workarounds
                return group.disable_flush  # workarounds: ignore=WA203
        """),
        Example("""
            from oslo_config import cfg

            def convert():
                group = cfg.CONF.workarounds
                return group.disable_flush  # workarounds: ignore=WA302 a test
        """),
        Example("""
            import workarounds  # workarounds: ignore=WA200 a test
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield nothing; suppressions are checked after all other rules."""
        yield from ()

    def check_comment(
        self, suppression: Suppression, codes: Mapping[str, bool]
    ) -> Iterator[Diagnostic]:
        """Yield what is wrong with a comment.

        :param codes: codes of the audit, and whether each can be suppressed
        """
        code, cure = suppression.code, ''
        if code not in codes:
            near = difflib.get_close_matches(code, codes, 1)
            message = f'{code!r} is not a code of the audit'
            cure = f'did you mean {near[0]}?' if near else ''
        elif not codes[code]:
            message = f'{code} cannot be suppressed by a comment'
            cure = 'delete the comment'
        elif not suppression.reason.strip():
            message = 'this comment gives no reason'
            cure = f'write # workarounds: ignore={code} and the reason'
        else:
            return
        yield self.report(
            audit_context.location_of(suppression.place), message, cure
        )
