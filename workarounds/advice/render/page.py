# SPDX-License-Identifier: Apache-2.0
"""The table of what may be deleted, as one page for a browser.

The only user of Jinja2. Declarations and data files are other people's text:
all of it is shown as it is written, and none of it is obeyed.
"""

import base64
from collections.abc import Iterator
import functools
import hashlib
import importlib.resources
import re
from typing import Any

import jinja2
import markupsafe

from workarounds import _text
from workarounds.advice.evaluate.matrix import Matrix
from workarounds.advice.facts import platforms
from workarounds.advice.render import sentences
from workarounds.advice.render import summaries
from workarounds.config import help_text
from workarounds.declarations import expiry

#: More names than this do not fit a first line; the table below has them.
_MOST_NAMES = 30
_ADDRESS = re.compile(r'https?://[^\s<>"/]+(?:/[^\s<>"]*)?')
_LINK = markupsafe.Markup('<a href="{0}">{0}</a>')


def render(matrix: Matrix) -> str:
    """Return the page.

    It loads nothing, and the same matrix makes the same bytes.
    """
    style, script = _verbatim('status.css'), _verbatim('status.js')
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; "
        f"script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    return (
        _environment()
        .get_template('status.html')
        .render(
            matrix=matrix,
            title=_title(matrix),
            removable=[row for row in matrix.rows if row.is_removable],
            expired=sum(row.is_expired for row in matrix.rows),
            titles={
                column.platform.id: column.platform.title
                for column in matrix.columns
            },
            most_names=_MOST_NAMES,
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
        fixed_in=help_text.fixed_in,
        introduced=help_text.introduced,
        link=platforms.link,
        link_of=summaries.link_of,
        message=sentences.explain,
        version_that_decides=summaries.version_that_decides,
    )
    environment.filters['bug_name'] = _bug_name
    environment.filters['linked'] = _linked
    environment.filters['breakable'] = _breakable
    return environment


def _verbatim(name: str) -> str:
    templates = importlib.resources.files(__package__) / 'templates'
    return (templates / name).read_text('utf-8')


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _title(matrix: Matrix) -> str:
    title = matrix.service.title if matrix.service else ''
    version = matrix.service_version or ''
    if not title and version:
        title = 'release'
    whose = f'{title} {version}'.strip()
    return f'Workarounds of {whose}' if whose else 'Workarounds'


def _shown(value: Any) -> Any:
    """Write out control characters, which a browser hides or obeys."""
    if isinstance(value, markupsafe.Markup) or not isinstance(value, str):
        return value
    if value.isprintable():
        return value
    return _text.printable(' '.join(value.split()))


def _bug_name(address: str) -> str:
    """Return its number if it ends in one, as most trackers' do."""
    number = re.search(r'[/=#](\d{1,12})/?$', address)
    if number:
        return f'bug {number[1]}'
    return re.sub(r'^https?://', '', address)


def _linked(text: str) -> markupsafe.Markup:
    """Make links of the http(s) addresses in a text, and of nothing else.

    The filter of Jinja2 takes ``example.com`` and ``a@example.com`` for
    addresses too.
    """
    return markupsafe.Markup().join(_parts(_shown(text)))


def _parts(text: str) -> Iterator[str]:
    end = 0
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(".,;:!?'")
        if '(' not in address:
            address = address.partition(')')[0]
        yield text[end : found.start()]
        yield _LINK.format(address)
        end = found.start() + len(address)
    yield text[end:]


def _breakable(name: str) -> markupsafe.Markup:
    """Let a long name break after its underscores."""
    return markupsafe.escape(_shown(name)).replace(
        '_', markupsafe.Markup('_<wbr>')
    )
