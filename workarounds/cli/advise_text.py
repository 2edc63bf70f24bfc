# SPDX-License-Identifier: Apache-2.0
"""The text of ``advise``: workarounds that are set or need a change."""

import collections
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
import datetime

from workarounds import _text
from workarounds.advice.evaluate.actions import Action
from workarounds.advice.evaluate.assessment import HostStatus
from workarounds.advice.evaluate.host import Advice
from workarounds.advice.render import action_text
from workarounds.advice.render import sentences
from workarounds.check import shortening
from workarounds.cli import layout
from workarounds.cli import list_text
from workarounds.cli.layout import Block
from workarounds.cli.layout import Line
from workarounds.cli.layout import Status as Word
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Location
from workarounds.status import Status

_NEEDS = {
    HostStatus.NEEDED: 'needed',
    HostStatus.NOT_NEEDED: 'not needed',
    HostStatus.UNKNOWN: 'unknown whether needed',
    HostStatus.CHOICE: 'a choice',
}
#: The file, the line and the variable of a place.
_Key = tuple[str | None, int | None, str | None]
#: Findings that the text about a workaround says too.
_SAID = ('weakens-security', 'deprecated-option', 'expired-workaround')
#: The urgency of a workaround that is off and not set.
_OFF = 2
#: What a parameter does, by the state of its workaround.
_IDLE = {
    'off': ', which has no effect while the workaround is off; delete it, or '
    'enable the workaround',
    'absent': ', which this release does not read',
}


def blocks(
    advice: Sequence[Advice],
    status: Status,
    *,
    facts_as_of: datetime.date | None,
    has_all: bool,
    meant: Collection[str] = (),
    further: Iterable[str] = (),
) -> Iterator[Block]:
    """Return the text: a block for each workaround, then how many are due.

    :param status: what the workarounds are set to
    :param has_all: include workarounds that are off and need no change
    :param meant: names of workarounds that a line seems to mean
    :param further: sentences for the end of the summary
    """
    paths = [file.path for file in status.files.files]
    params = dict(_params(status))
    labels = {it.workaround.name: it.label for it in status.workarounds}
    shown = [
        item
        for item in advice
        if has_all or item.urgency < _OFF or item.name in params
    ]
    lines = collections.Counter[str]()
    for item in shown:
        lines[item.name] += _is_leftover(item)
        if lines[item.name] <= shortening.MOST:
            yield _block(
                item,
                labels.get(item.name, item.name),
                params.get(item.name, []),
                paths,
            )
    for name, number in lines.items():
        more = number - shortening.MOST
        if more > 0:
            yield Block(
                [f'{name}: {more} more lines set its options; do the same']
            )
    summary = [*_summary(advice, shown, meant), *further]
    yield Block([], [Line([text]) for text in summary])
    if facts_as_of is not None:
        yield Block(
            [], [Line([f'Facts as of {facts_as_of}.'])], is_apart=False
        )


def further(
    idle: Sequence[Location],
    diagnostics: Sequence[Diagnostic],
    advice: Sequence[Advice],
) -> str | None:
    """Return a sentence about what only ``check`` explains, if anything.

    :param idle: the places that set no known option of a workaround
    :param diagnostics: what is wrong
    """
    corrected = {item.name for item in advice if item.action.is_due}
    due = {key for item in advice for key in _corrected(item.action)}
    # The lines that a corrected one overrides are to be deleted.
    others = [
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.name not in _SAID
        and not (
            diagnostic.name == 'repeated-option'
            and diagnostic.subject in corrected
        )
    ]
    found = [
        *((location, str(location)) for location in idle),
        *(
            (
                it.location,
                str(it.location if any(_key(it.location)) else it.subject),
            )
            for it in others
        ),
    ]
    places = dict.fromkeys(
        text
        for location, text in sorted(found, key=_order)
        if _key(location) not in due
    )
    if not places:
        return None
    number = layout.count(len(places), 'place')
    return (
        f'{number} {"needs" if len(places) == 1 else "need"} a look: '
        f'{_text.listed(list(places))}; run check to see why.'
    )


def _corrected(action: Action) -> Iterator[_Key]:
    """Yield the places that are corrected by what is due."""
    for change in action.due:
        place = change.place
        lines: list[int | None] = [place.line]
        if change.run is not None:
            lines = [
                change.continued,
                *range(change.run.first, change.run.end + 1),
            ]
        for line in lines:
            yield place.file, line, place.environment


def _key(location: Location) -> _Key:
    return location.file, location.line, location.environment


def _order(found: tuple[Location, str]) -> tuple[bool, str, int, str]:
    file, line, environment = _key(found[0])
    return file is None, file or '', line or 0, environment or ''


def _params(status: Status) -> Iterator[tuple[str, list[str]]]:
    """Yield the parameters that are set, by the name of the workaround."""
    for workaround in status.workarounds:
        idle = _IDLE.get(workaround.state, '')
        params = [
            f'{list_text.param(param)}{idle}'
            for param in workaround.params
            if param.is_set
        ]
        if params:
            yield workaround.workaround.name, params


def _is_leftover(advice: Advice) -> bool:
    """Return whether the advice is about a line of a removed workaround."""
    return advice.state in ('removed', 'absent') and advice.set_in is not None


def _block(
    advice: Advice,
    label: str,
    params: Sequence[str],
    paths: Collection[str],
) -> Block:
    why = sentences.explain(advice.assessment)
    first, *more = [
        layout.instruction(line, paths) for line in _numbered(advice.action)
    ]
    return Block(
        list(_head(advice, label)),
        [
            Line(layout.sentence(why, paths), 'why'),
            Line(first, 'to do', more),
            *(Line([param], 'also set') for param in params),
        ],
    )


def _numbered(action: Action) -> Iterator[str]:
    """Yield what to do, with a number before each of several steps."""
    steps = action_text.steps(action)
    for number, (first, *more) in enumerate(steps, 1):
        yield f'({number}) {first}' if len(steps) > 1 else first
        yield from more


def _head(advice: Advice, label: str) -> Iterator[str]:
    """Yield the place of a set option, and the name, state and status."""
    if advice.set_in is not None:
        yield layout.Whole(f'{action_text.place(advice.set_in)}:')
    # The other name is that of the option in the line.
    yield from label.split(' ', 1) if advice.set_in else [advice.name]
    notes = []
    if advice.set_in is None and advice.state in ('on', 'off'):
        notes.append('by default')
    if advice.weakens_security and advice.state == 'on':
        notes.append('(weakens security)')
    yield from layout.state(advice.state, '' if notes else ':')
    if notes:
        yield f'{" ".join(notes)}:'
    status = advice.assessment.status
    yield Word(_need(advice), status)


def _need(advice: Advice) -> str:
    status = HostStatus(advice.assessment.status)
    # "Needed" alone would contradict the advice to leave it off.
    if status == HostStatus.NEEDED and advice.state == 'off':
        return 'needed only if you hit the bug'
    return _NEEDS[status]


def _weakening(advice: Sequence[Advice]) -> str:
    weakening = [item.action for item in advice if item.is_weakening]
    if not weakening:
        return ''
    number = len(weakening)
    verb, them = ('weakens', 'it') if number == 1 else ('weaken', 'them')
    cure = f': turn {them} off if you can do without {them}'
    if not any(action.optional for action in weakening):
        # No option turns it off.
        cure = ''
    return f', but {number} {verb} security{cure}'


def _summary(
    advice: Sequence[Advice],
    shown: Sequence[Advice],
    meant: Collection[str],
) -> Iterator[str]:
    due = len({item.name for item in advice if item.action.is_due})
    # A toggle in several groups can be off in one group and on in another.
    named = {item.name for item in shown}
    are_shown = set(map(id, shown))
    others = [item for item in advice if id(item) not in are_shown]
    has_bug = [
        item.name
        for item in others
        if item.assessment.status == HostStatus.NEEDED
        and item.name not in named
    ]
    quiet = [item for item in others if item.name not in {*has_bug, *meant}]
    changes = (
        f'{layout.count(due, "workaround") if due else "No workaround"} '
        f'{"need" if due > 1 else "needs"} a change{_weakening(advice)}.'
    )
    if quiet:
        off = 'off' if all(item.state == 'off' for item in quiet) else 'not on'
        number = layout.count(len(quiet), 'other' if shown else 'workaround')
        are, need = ('is', 'needs') if len(quiet) == 1 else ('are', 'need')
        changes += (
            f' {number} {are} {off} and {need} nothing; --all shows them.'
        )
    yield changes
    if has_bug:
        yield f'Needed only if you hit the bug: {", ".join(has_bug)}.'
