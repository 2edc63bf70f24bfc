# SPDX-License-Identifier: Apache-2.0
"""The matrix and the declarations in reStructuredText.

Every text of a declaration or a data file is escaped: it is shown and never
obeyed, wherever the result is built into a page.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import re

from workarounds import _text
from workarounds.advice.evaluate.assessment import Assessment
from workarounds.advice.evaluate.matrix import Column
from workarounds.advice.evaluate.matrix import Matrix
from workarounds.advice.evaluate.matrix import Row
from workarounds.advice.render import addresses
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
    """Return the matrix: a row for each workaround, urgent ones first."""
    rows = [
        [_bold(row.name), '\n'.join(_status(matrix, row))]
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
    if matrix.name:
        release = matrix.service_version
        which = f' {release}' if release else ', release not known'
        lines.append(f':Service: {escape(matrix.name + which)}')
    if matrix.columns:
        platforms = map(_platform, matrix.columns)
        lines.append(f':Platforms: {escape(", ".join(platforms))}')
    removable = [row.name for row in matrix.rows if row.is_removable]
    lines.append(f':May be deleted: {escape(", ".join(removable)) or "none"}')
    body = ['None is declared.']
    if rows:
        body = [*_list_table({'Workaround': 36, 'Status': 50}, rows)]
    return '\n'.join([*lines, '', *body, ''])


def reference(workarounds: Iterable[Workaround]) -> str:
    """Return a section for each live workaround, with its declaration."""
    return '\n'.join(
        line for workaround in workarounds for line in _entry(workaround)
    )


def removed(declarations: Sequence[RemovedWorkaround]) -> str:
    """Return the table of removed workarounds."""
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
    heads = {'Workaround': 24, 'Options': 26, 'Removed in': 10, 'Reason': 30}
    return '\n'.join([*_list_table(heads, rows), ''])


def title(text: str, underline: str) -> list[str]:
    """Return the lines of a section's title."""
    escaped = escape(text)
    return [escaped, underline * len(escaped), '']


def escape(text: str) -> str:
    """Return text that reStructuredText shows as it is, addresses as links."""
    return _escape(text, lambda url: url)


def _escape(text: str, name_of: Callable[[str], str]) -> str:
    """Escape a text, with a name for each address in it."""
    plain = _plain(text)
    parts, end = [], 0
    for found in _URL.finditer(plain):
        url = _without_punctuation(found[0])
        between = _escaped(plain[end : found.start()])
        parts += [between, _link(url, name_of(url))]
        end = found.start() + len(url)
    # An escaped blank separates the parts and is not shown.
    return r'\ '.join(part for part in [*parts, _escaped(plain[end:])] if part)


def _short_name(url: str) -> str:
    # A cell has no room for an address.
    number = addresses.number_of_bug(url) if addresses.is_bug(url) else ''
    return f'bug {number}' if number else addresses.place(url)


def _plain(text: str) -> str:
    return ' '.join(_text.printable(' '.join(text.split())).split())


def _escaped(text: str) -> str:
    # An escaped blank would not be shown.
    return re.sub(r'([^A-Za-z0-9 ])', r'\\\1', text)


def _without_punctuation(url: str) -> str:
    while url[-1] in ".,;:!?)'":
        if url[-1] == ')' and url.count('(') >= url.count(')'):
            break
        url = url[:-1]
    return url


def _link(url: str, text: str) -> str:
    # Characters that would end the address, or change its meaning.
    target = re.sub(
        r'[\\<>`\s]', lambda found: f'%{ord(found[0]):02X}', _plain(url)
    )
    target = re.sub(r'_$', r'\\_', target)
    return f'`{_escaped(text)} <{target}>`__'


def _bold(name: str) -> str:
    return f'**{_escaped(_plain(name))}**'


def _platform(column: Column) -> str:
    if not column.last_day:
        return column.platform.id
    past = 'ended' if column.is_over else 'until'
    return f'{column.platform.id} ({past} {column.last_day.isoformat()})'


def _status(matrix: Matrix, row: Row) -> Iterator[str]:
    """Yield the status and why, and below it what each platform has."""
    expired = ' (expired)' if row.is_expired else ''
    message = _escape(sentences.explain(row.assessment), _short_name)
    yield f'**{row.assessment.status}**{expired}: {message}'
    if row.platforms:
        yield ''
    for column in matrix.columns:
        name = column.platform.id
        if name in row.platforms:
            yield f'* {escape(name)}: {_on_platform(row.platforms[name])}'


def _on_platform(assessment: Assessment) -> str:
    version = summaries.version_that_decides(assessment)
    shown = f': {escape(version)}' if version else ''
    link = summaries.link_of(assessment)
    source = f' ({_link(link, "source")})' if link else ''
    return f'{_STATES[assessment.status]}{shown}{source}'


def _list_table(
    heads: Mapping[str, int], rows: Iterable[Sequence[str]]
) -> Iterator[str]:
    """Yield a table, by the titles of its columns and their widths."""
    yield '.. list-table::'
    yield '   :header-rows: 1'
    yield '   :class: workarounds-status'
    yield f'   :widths: {" ".join(map(str, heads.values()))}'
    yield ''
    for row in (heads, *rows):
        for number, cell in enumerate(row):
            first, *others = cell.split('\n')
            yield f'   {"*" if number == 0 else " "} - {first}'.rstrip()
            for line in others:
                yield f'       {line}'.rstrip()


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
        'Former default': ', '.join(help_text.former_defaults(workaround)),
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
