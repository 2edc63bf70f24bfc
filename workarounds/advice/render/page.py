# SPDX-License-Identifier: Apache-2.0
"""What may be deleted, and what stands in the way, as a page for a browser.

The only user of Jinja2. Declarations and data files are other people's text:
all of it is shown as it is written, and none of it is obeyed.
"""

import base64
from collections.abc import Iterator
from collections.abc import Sequence
import functools
import hashlib
import importlib.resources
import itertools
import shlex
from typing import Any

import jinja2
import markupsafe

from workarounds import _text
from workarounds.advice.evaluate.assessment import PlatformStatus
from workarounds.advice.evaluate.assessment import RemovalStatus
from workarounds.advice.evaluate.matrix import Column
from workarounds.advice.evaluate.matrix import Matrix
from workarounds.advice.evaluate.matrix import Row
from workarounds.advice.facts import platforms
from workarounds.advice.render import headings
from workarounds.advice.render import links
from workarounds.advice.render import sentences
from workarounds.advice.render import summaries
from workarounds.config import help_text
from workarounds.declarations import expiry

#: More commands than this would push the tables out of sight.
_MOST_COMMANDS = 30
#: The sections of the page, in their order.
_STATUSES = (
    RemovalStatus.REMOVABLE,
    RemovalStatus.BLOCKED,
    RemovalStatus.UNKNOWN,
    RemovalStatus.CHOICE,
)


def render(matrix: Matrix) -> str:
    """Return the page.

    It loads nothing, and the same matrix makes the same bytes.
    """
    style, script = _verbatim('status.css'), _verbatim('status.js')
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; "
        f"script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    removable = [row for row in matrix.rows if row.is_removable]
    return (
        _environment()
        .get_template('status.html')
        .render(
            matrix=matrix,
            title=_title(matrix),
            removable=removable,
            commands=list(_commands(removable[:_MOST_COMMANDS])),
            most_commands=_MOST_COMMANDS,
            expired=sum(row.is_expired for row in matrix.rows),
            sections={
                status: groups
                for status in _STATUSES
                if (groups := headings.group(matrix, status))
            },
            titles={
                column.platform.id: column.platform.title
                for column in matrix.columns
            },
            waiting_for=functools.partial(_waiting_for, matrix),
            policy=policy,
            style=style,
            script=script,
        )
    )


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader('workarounds.advice.render'),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        # Whatever an expression yields goes through it, so none is forgotten.
        finalize=_shown,
        keep_trailing_newline=True,
        lstrip_blocks=True,
        trim_blocks=True,
    )
    environment.globals.update(
        bugs=help_text.bugs,
        expires=expiry.summary,
        expires_text=expiry.describe,
        fix_details=help_text.details,
        introduced=help_text.introduced,
        is_stated=lambda expires: isinstance(expires, expiry.Reachable),
        link=platforms.link,
        link_of=summaries.link_of,
        message=sentences.explain,
    )
    environment.filters['bug_link'] = links.to_bug
    environment.filters['source_link'] = links.to_source
    environment.filters['linked'] = lambda text, about: links.linked(
        _shown(text), about
    )
    environment.filters['breakable'] = _breakable
    return environment


def _verbatim(name: str) -> str:
    templates = importlib.resources.files(__package__) / 'templates'
    return (templates / name).read_text('utf-8')


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _title(matrix: Matrix) -> str:
    return f'Workarounds of {matrix.title}' if matrix.title else 'Workarounds'


def _waiting_for(matrix: Matrix, column: Column) -> dict[str, list[Row]]:
    """Return the workarounds that wait for a platform, by how."""
    name = column.platform.id
    blocked = [row for row in matrix.rows if name in row.blockers]
    unknown = [
        row
        for row in matrix.rows
        if row.assessment.status == RemovalStatus.UNKNOWN
        and not column.is_over
        and name in row.platforms
        and row.platforms[name].status == PlatformStatus.UNKNOWN
    ]
    found = {'': blocked, 'not known: ': unknown}
    return {word: rows for word, rows in found.items() if rows}


def _commands(
    removable: Sequence[Row],
) -> Iterator[tuple[str | None, list[str]]]:
    """Yield for each project the commands that remove its workarounds."""
    by_project = sorted(removable, key=lambda row: row.project or '')
    for project, rows in itertools.groupby(
        by_project, key=lambda row: row.project
    ):
        yield project, [_command(row) for row in rows]


def _command(row: Row) -> str:
    namespace = ['--namespace', row.namespace] if row.namespace else []
    return shlex.join(['workarounds', *namespace, 'retire', row.name, '.'])


def _shown(value: Any) -> Any:
    """Write out control characters, which a browser hides or obeys."""
    if isinstance(value, markupsafe.Markup) or not isinstance(value, str):
        return value
    if value.isprintable():
        return value
    return _text.printable(' '.join(value.split()))


def _breakable(name: str) -> markupsafe.Markup:
    """Let a long name break after its underscores."""
    return markupsafe.escape(_shown(name)).replace(
        '_', markupsafe.Markup('_<wbr>')
    )
