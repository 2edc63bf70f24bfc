# SPDX-License-Identifier: Apache-2.0
"""The text of ``matrix``: the workarounds by status, with counts."""

from collections.abc import Iterator

from workarounds.advice.evaluate.assessment import PlatformStatus
from workarounds.advice.evaluate.assessment import RemovalStatus
from workarounds.advice.evaluate.matrix import Column
from workarounds.advice.evaluate.matrix import Matrix
from workarounds.advice.evaluate.matrix import Row
from workarounds.advice.render import headings
from workarounds.advice.render import sentences
from workarounds.advice.render import summaries
from workarounds.cli import layout
from workarounds.cli.layout import Block
from workarounds.cli.layout import Line

#: By urgency.
_MEANINGS = {
    RemovalStatus.REMOVABLE: 'the code may be deleted; workarounds retire '
    'writes the patch',
    RemovalStatus.BLOCKED: 'the code is still needed',
    RemovalStatus.UNKNOWN: 'a fact is missing',
    RemovalStatus.CHOICE: 'a preference, not a defect',
}


def blocks(matrix: Matrix) -> Iterator[Block]:
    """Return the text: a section for each status, with its reasons."""
    for status, meaning in _MEANINGS.items():
        count = matrix.count(status)
        if count:
            yield Block([layout.Status(status), f'({count}): {meaning}'])
        for group in headings.group(matrix, status):
            indent = 2
            if group.heading is not None:
                head = f'{group.heading.title}. {group.heading.cure}'
                yield Block([head], indent=indent, is_apart=False)
                indent = 4
            for row in group.rows:
                yield _block(row, matrix, indent)
    counts = ', '.join(
        f'{matrix.count(status)} {status}'
        for status in _MEANINGS
        if matrix.count(status)
    )
    number = layout.count(len(matrix.rows), 'workaround')
    total = f'{number} of {matrix.title}: {counts or "none"}'
    yield Block([], [Line([total])])
    if matrix.facts_as_of is not None:
        facts = f'Facts as of {matrix.facts_as_of}.'
        yield Block([], [Line([facts])], is_apart=False)


def _block(row: Row, matrix: Matrix, indent: int) -> Block:
    notes = []
    if row.is_expired:
        notes.append('expired')
    until = row.assessment.fields.get('until')
    if until:
        notes.append(f'until {until}')
    by_status = {
        status: [
            layout.Whole(f'{_name(column)}{_version(row, column)},')
            for column in matrix.columns
            if _status(row, column) == status
        ]
        for status in PlatformStatus
    }
    return Block(
        [row.name, *([f'({", ".join(notes)})'] if notes else [])],
        [
            Line(layout.sentence(sentences.explain(row.assessment))),
            *(
                Line([*platforms[:-1], layout.Whole(platforms[-1][:-1])], name)
                for name, platforms in by_status.items()
                if platforms
            ),
        ],
        indent=indent,
        is_apart=False,
    )


def _status(row: Row, column: Column) -> str | None:
    assessment = row.platforms.get(column.platform.id)
    return None if assessment is None else str(assessment.status)


def _version(row: Row, column: Column) -> str:
    version = summaries.version_that_decides(row.platforms[column.platform.id])
    return f' ({version})' if version else ''


def _name(column: Column) -> str:
    ended = f' (ended {column.last_day})' if column.is_over else ''
    return f'{column.platform.id}{ended}'
