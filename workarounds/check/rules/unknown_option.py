# SPDX-License-Identifier: Apache-2.0
"""WA102: no workaround has such an option."""

from collections.abc import Iterator
from collections.abc import Set
import difflib
from typing import Final

from workarounds import _text
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example

#: For how many keys a similar name is searched, which takes time: a file with
#: more unknown keys than these has another mistake.
_HINTS: Final = 100


class UnknownOption(ConfigurationRule):
    """A line or variable that sets no known option of a workaround.

    oslo.config ignores it, so that a typing error looks as if it worked. If
    the option belongs to another catalogue, name that one with
    ``--namespace`` as well.
    """

    code = 'WA102'
    VALID = (
        Example("""
            [workarounds]
            disable_flush = true
            flush_images_delay = 5
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            disable_flsh = true
        """),
        Example("""
            [workarounds]
            something_else = 1
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each unknown key."""
        unknown_keys = [
            unknown
            for unknown in context.unknown_keys
            if unknown.removed is None
        ]
        for number, unknown in enumerate(unknown_keys):
            options = context.options if number < _HINTS else frozenset[str]()
            yield self.report(
                unknown.location,
                f'no known workaround has {_shown(unknown.key)}',
                f'{_hint(unknown.key, options)}{unknown.cure}',
            )


def _shown(key: str) -> str:
    return f'the option {key}' if _text.is_name(key) else 'such an option'


def _hint(key: str, options: Set[str]) -> str:
    near = difflib.get_close_matches(key.replace('-', '_').lower(), options)
    return f'did you mean {" or ".join(near)}? If not, ' if near else ''
