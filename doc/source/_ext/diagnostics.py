# SPDX-License-Identifier: Apache-2.0
"""The Sphinx directive ``diagnostics``: all codes, with their examples.

``.. diagnostics:: check`` shows those of a configuration, ``audit`` those of
source code. All of it is in the rules themselves. ``retire`` shows those of
rewriting, which have no rules and no examples.
"""

from collections.abc import Iterator
from collections.abc import Sequence
import inspect
import os
import textwrap

from docutils import nodes
from sphinx import application
from sphinx.util import docutils

from workarounds import audit
from workarounds import check
from workarounds.diagnostics import Code
from workarounds.diagnostics import CODES
from workarounds.diagnostics import Example
from workarounds.diagnostics import Rule

_RULES: dict[str, Sequence[Rule]] = {
    'audit': audit.RULES,
    'check': check.RULES,
}
_LANGUAGES = {'.conf': 'ini', '.py': 'python', '.rst': 'rst'}


class Diagnostics(docutils.SphinxDirective):
    """A section for each rule."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Put the text in the place of the directive."""
        subcommand = self.arguments[0]
        if subcommand == 'retire':
            lines = list(_describe_rewriting())
        else:
            lines = list(describe(_RULES[subcommand]))
        self.state_machine.insert_input(lines, '<diagnostics>')
        return []


def describe(rules: Sequence[Rule]) -> Iterator[str]:
    """Yield the lines of the sections."""
    for rule in rules:
        code = CODES[rule.code]
        yield from _head(code)
        yield from ['', *(inspect.getdoc(type(rule)) or '').splitlines(), '']
        yield from _shown('Reported:', rule, rule.INVALID)
        yield from _shown('Not reported:', rule, rule.VALID)


def _describe_rewriting() -> Iterator[str]:
    for code in CODES.values():
        if code.code.startswith('WA3'):
            yield from [*_head(code), '']


def _head(code: Code) -> Iterator[str]:
    title = f'{code.code} {code.name}'
    cure = f'{code.cure[0].upper()}{code.cure[1:]}.'
    yield from [f'.. _{code.code}:', f'.. _{code.name}:', '']
    yield from [title, '-' * len(title), '']
    yield f'{code.severity.capitalize()}: {code.summary}. {cure}'


def _shown(
    title: str, rule: Rule, examples: Sequence[Example]
) -> Iterator[str]:
    for example in examples:
        file = example.file or rule.file
        language = _LANGUAGES[os.path.splitext(file)[1]]
        release = ''
        if example.service_version != Example('').service_version:
            release = ' (release '
            release += f'{example.service_version or "not known"})'
        yield from ['', f'.. code-block:: {language}']
        yield from [f'   :caption: {title} {file}{release}', '']
        text = textwrap.indent(inspect.cleandoc(example.text), '   ')
        yield from [*text.splitlines(), '']


def setup(sphinx: application.Sphinx) -> dict[str, bool]:
    """Add the directive."""
    sphinx.add_directive('diagnostics', Diagnostics)
    return {'parallel_read_safe': True, 'parallel_write_safe': True}
