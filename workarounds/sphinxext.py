# SPDX-License-Identifier: Apache-2.0
"""The Sphinx directive ``workarounds``: a catalogue in a project's own docs.

Put ``workarounds.sphinxext`` into ``extensions`` of ``conf.py``.
"""

from collections.abc import Callable
import datetime
import pathlib
import shlex
from typing import Any
from typing import ClassVar

from docutils import nodes
from docutils import statemachine
from docutils.parsers.rst import directives
from sphinx import application
from sphinx.util import docutils
from sphinx.util import i18n
from sphinx.util import nodes as sphinx_nodes

from workarounds import exceptions
from workarounds.advice.evaluate import matrix as evaluate_matrix
from workarounds.advice.facts import assessed
from workarounds.advice.facts import dataset as facts_dataset
from workarounds.advice.facts import sources
from workarounds.advice.render import rst
from workarounds.declarations import discovery
from workarounds.declarations.registry import Registry

_STATIC = pathlib.Path(__file__).parent / 'static'
_PARTS = ('status', 'reference', 'removed')


class Workarounds(docutils.SphinxDirective):
    """Shows catalogues: ``.. workarounds:: nova``.

    The options are ``show`` (some of ``status``, ``reference``, ``removed``;
    by default all), ``data`` (data files, relative to the document) and
    ``as-of`` (a date; by default that of the build).
    """

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {
        'as-of': directives.unchanged_required,
        'data': directives.unchanged_required,
        'show': directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return the parts to show."""
        # The result changes with the day and with the installed catalogues.
        self.env.note_reread()
        try:
            text = '\n'.join(self._parts())
        except exceptions.WorkaroundError as error:
            raise self.error(str(error)) from None
        source, _ = self.get_source_info()
        parent = nodes.section()
        parent.document = self.state.document
        sphinx_nodes.nested_parse_with_titles(
            self.state,
            statemachine.StringList(text.splitlines(), source),
            parent,
            self.content_offset,
        )
        for node in parent.children:
            if isinstance(node, nodes.Element):
                # Sphinx would make a dash of the hyphens of --an-option.
                node['support_smartquotes'] = False
        return parent.children

    def _parts(self) -> list[str]:
        shown = self.options.get('show', ' '.join(_PARTS)).split()
        for part in shown:
            if part not in _PARTS:
                raise self.error(
                    f'show: {part!r} is unknown; write some of '
                    f'{", ".join(_PARTS)}'
                )
        registry, problems = discovery.load_catalogues(
            self.arguments[0].split()
        )
        if problems:
            raise problems[0]
        make: dict[str, Callable[[Registry], str]] = {
            'status': self._status,
            'reference': rst.reference,
            'removed': lambda registry: rst.removed(registry.removed),
        }
        lines = []
        for part in shown:
            if len(shown) > 1:
                lines += rst.title(part.capitalize(), '-')
            lines.append(make[part](registry))
        return lines

    def _status(self, registry: Registry) -> str:
        named = [
            self.env.relfn2path(name)[1]
            for name in shlex.split(self.options.get('data', ''))
        ]
        files, problems = sources.find_data(registry, named)
        if problems:
            raise self.error('; '.join(problems))
        for file in files:
            self.env.note_dependency(file)
        dataset = facts_dataset.read_data(files)
        service, release = assessed.code_of(registry, dataset)
        matrix = evaluate_matrix.build(
            registry,
            dataset,
            service=service,
            service_version=release.version,
            as_of=self._as_of(),
        )
        return rst.table(matrix)

    def _as_of(self) -> datetime.date:
        # Sphinx knows the date of a build that is to be reproduced.
        text = self.options.get('as-of') or i18n.format_date(
            '%Y-%m-%d', language='en'
        )
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            raise self.error(
                f'as-of: {text!r} is not a date; write one like 2027-01-31'
            ) from None


def _add_style(app: application.Sphinx) -> None:
    # Before the project's own, so that a file of that name replaces it.
    app.config.html_static_path.insert(0, str(_STATIC))


def setup(app: application.Sphinx) -> dict[str, Any]:
    """Add the directive, and the style of its tables."""
    app.add_directive('workarounds', Workarounds)
    app.add_css_file('workarounds.css')
    app.connect('builder-inited', _add_style)
    return {'parallel_read_safe': True, 'parallel_write_safe': True}
