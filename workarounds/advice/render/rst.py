# SPDX-License-Identifier: Apache-2.0
"""The matrix and the declarations in reStructuredText.

Every text of a declaration or a data file is escaped: it is shown and never
obeyed, wherever the result is built into a page.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
import re

from workarounds import _text
from workarounds.advice.evaluate.assessment import Assessment
from workarounds.advice.evaluate.matrix import Column
from workarounds.advice.evaluate.matrix import Matrix
from workarounds.advice.render import sentences
from workarounds.advice.render import summaries
from workarounds.config import help_text
from workarounds.declarations import expiry
from workarounds.declarations import validation
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import OptionName

_URL = re.compile(r'https?://[^\s<>`"]+')
_STATES = {
    'fixed': 'fixed',
    'not-affected': 'not affected',
    'unfixed': '**unfixed**',
    'unknown': 'unknown',
}


def table(matrix: Matrix) -> str:
    """Return the matrix: workarounds by platforms, urgent ones first."""
    titles = ['Workaround', 'Status', 'Message']
    heads = [*titles, *(_head(column) for column in matrix.columns)]
    rows = [
        [
            _bold(row.name),
            escape(summaries.in_brief(row.assessment))
            + (' (expired)' if row.is_expired else ''),
            escape(sentences.explain(row.assessment)),
            *(
                _cell_text(row.platforms.get(column.platform.id))
                for column in matrix.columns
            ),
        ]
        for row in matrix.rows
    ]
    lines = [
        # Fields at the top of a document would be its metadata.
        'Which code may be deleted, and what stands in the way of the rest.',
        '',
        f':As of: {matrix.as_of.isoformat()}',
    ]
    if matrix.facts_as_of:
        lines.append(f':Facts as of: {matrix.facts_as_of.isoformat()}')
    if matrix.service:
        release = matrix.service_version
        which = f' {release}' if release else ', release not known'
        lines.append(f':Service: {escape(matrix.service.title + which)}')
    removable = [row.name for row in matrix.rows if row.is_removable]
    lines.append(f':May be deleted: {escape(", ".join(removable)) or "none"}')
    body = _list_table(heads, rows) if rows else ['None is declared.']
    return '\n'.join([*lines, '', *body, ''])


def reference(workarounds: Iterable[Workaround]) -> str:
    """Return all that is declared about live workarounds, in sections."""
    return '\n'.join(
        line for workaround in workarounds for line in _entry(workaround)
    )


def removed(declarations: Sequence[RemovedWorkaround]) -> str:
    """Return the workarounds that are gone."""
    if not declarations:
        return 'None has been removed.\n'
    rows = [
        [
            _bold(removal.name),
            _literals(removal.option_names),
            escape(removal.removed_in),
            escape(removal.reason),
        ]
        for removal in declarations
    ]
    heads = ['Workaround', 'Options', 'Removed in', 'Reason']
    return '\n'.join([*_list_table(heads, rows), ''])


def title(text: str, underline: str) -> list[str]:
    """Return the lines of a section's title."""
    escaped = escape(text)
    return [escaped, underline * len(escaped), '']


def escape(text: str) -> str:
    """Return text that reStructuredText shows as it is, addresses as links."""
    plain = _plain(text)
    parts, end = [], 0
    for found in _URL.finditer(plain):
        url = _without_punctuation(found[0])
        parts += [_escaped(plain[end : found.start()]), _link(url, url)]
        end = found.start() + len(url)
    # Between two parts stands a blank that is not shown.
    return r'\ '.join(part for part in [*parts, _escaped(plain[end:])] if part)


def _plain(text: str) -> str:
    return ' '.join(_text.printable(' '.join(text.split())).split())


def _escaped(text: str) -> str:
    # A blank at an end would be lost beside what is not shown.
    return re.sub(r'([^A-Za-z0-9 ])', r'\\\1', text)


def _without_punctuation(url: str) -> str:
    while url[-1] in ".,;:!?)'":
        if url[-1] == ')' and url.count('(') >= url.count(')'):
            break
        url = url[:-1]
    return url


def _link(url: str, text: str) -> str:
    # What would end the address, or make it something else.
    target = re.sub(
        r'[\\<>`\s]', lambda found: f'%{ord(found[0]):02X}', _plain(url)
    )
    target = re.sub(r'_$', r'\\_', target)
    return f'`{_escaped(text)} <{target}>`__'


def _bold(name: str) -> str:
    return f'**{_escaped(_plain(name))}**'


def _head(column: Column) -> str:
    end = ''
    if column.last_day:
        past = 'ended' if column.is_over else 'until'
        end = f' ({past} {column.last_day.isoformat()})'
    return escape(f'{column.platform.id}{end}')


def _cell_text(assessment: Assessment | None) -> str:
    if assessment is None:
        return ''
    version = summaries.version_that_decides(assessment)
    shown = f': {escape(version)}' if version else ''
    link = summaries.link_of(assessment)
    source = f' ({_link(link, "source")})' if link else ''
    return f'{_STATES[assessment.status]}{shown}{source}'


def _list_table(
    heads: Sequence[str], rows: Iterable[Sequence[str]]
) -> Iterator[str]:
    yield '.. list-table::'
    yield '   :header-rows: 1'
    yield '   :class: workarounds-status'
    yield ''
    for row in (heads, *rows):
        for number, cell in enumerate(row):
            yield f'   {"*" if number == 0 else " "} - {cell}'.rstrip()


def _entry(workaround: Workaround) -> Iterator[str]:
    yield from title(workaround.name, '^')
    for paragraph in (
        workaround.summary,
        *workaround.description.split('\n\n'),
        help_text.security(workaround),
    ):
        if paragraph:
            yield from (escape(paragraph), '')
    options = _literals(workaround.option_names)
    yield f':Options: {options or escape("none")}'
    bugs = ', '.join(help_text.bugs(workaround)) or 'none stated'
    fields = {
        'Fixed in': '; '.join(help_text.details(workaround)),
        'Bugs': bugs,
        'Expires': expiry.describe(workaround.expires),
        'Introduced': help_text.introduced(workaround),
        'Deprecated': workaround.deprecated_since or '',
        'Read by': ', '.join(workaround.read_by),
        'Owner': workaround.owner or '',
    }
    if workaround.deprecated_since:
        fields['Deprecated'] += f': {workaround.deprecated_reason}'
    for name, text in fields.items():
        if text:
            yield f':{name}: {escape(text)}'
    yield ''


def _literals(options: Iterable[OptionName]) -> str:
    return ', '.join(
        f'``{option}``'
        if validation.is_name(option.name)
        else escape(str(option))
        for option in options
    )
