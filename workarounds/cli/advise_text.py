# SPDX-License-Identifier: Apache-2.0
"""What ``advise`` says to people: what is set or needs a change."""

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence
import datetime

from workarounds.advice.evaluate.assessment import HostStatus
from workarounds.advice.evaluate.host import Advice
from workarounds.advice.render import action_text
from workarounds.advice.render import sentences
from workarounds.cli import layout
from workarounds.cli.layout import Block
from workarounds.cli.layout import Line
from workarounds.cli.layout import Status


def blocks(
    advice: Sequence[Advice],
    *,
    facts_as_of: datetime.date | None,
    paths: Collection[str],
    has_all: bool,
) -> Iterator[Block]:
    """Return the text: a block for each workaround, then how many are due.

    :param paths: the files of the configuration
    :param has_all: do not leave out those that are off and need nothing
    """
    shown = [one for one in advice if has_all or _is_shown(one)]
    for one in shown:
        yield _block(one, paths)
    yield Block([], [Line([text]) for text in _summary(advice, shown)])
    if facts_as_of is not None:
        yield Block(
            [], [Line([f'Facts as of {facts_as_of}.'])], is_apart=False
        )


def _is_shown(advice: Advice) -> bool:
    return (
        advice.action.is_due
        or advice.state == 'on'
        or advice.set_in is not None
    )


def _block(advice: Advice, paths: Collection[str]) -> Block:
    why = sentences.explain(advice.assessment)
    first, *more = [
        layout.instruction(line, paths)
        for line in action_text.lines(advice.action)
    ]
    return Block(
        [*_head(advice), Status(advice.assessment.status)],
        [
            Line(layout.sentence(why, paths), 'why'),
            Line(first, 'to do', more),
        ],
    )


def _head(advice: Advice) -> Iterator[str]:
    """Yield the place, if something is set, the name and the state."""
    if advice.set_in is not None:
        yield layout.Whole(f'{action_text.place(advice.set_in)}:')
    yield f'{advice.name} is'
    notes = []
    if advice.set_in is None and advice.state in ('on', 'off'):
        notes.append('by default')
    if advice.weakens_security:
        notes.append('(weakens security)')
    if notes:
        yield Status(advice.state)
        yield f'{" ".join(notes)},'
    else:
        yield Status(f'{advice.state},')


def _summary(
    advice: Sequence[Advice], shown: Sequence[Advice]
) -> Iterator[str]:
    due = sum(one.action.is_due for one in advice)
    others = [one for one in advice if one not in shown]
    changes = (
        f'{layout.count(due, "workaround") if due else "No workaround"} '
        f'{"need" if due > 1 else "needs"} a change.'
    )
    if not others:
        yield changes
        return
    off = 'off' if all(one.state == 'off' for one in others) else 'not on'
    are, need = (
        ('other is', 'needs') if len(others) == 1 else ('others are', 'need')
    )
    yield (
        f'{changes} {len(others)} {are} {off} and {need} nothing; --all shows '
        f'them.'
    )
    # Its toggle can be in several groups, and on in another one.
    named = {one.name for one in shown}
    has_bug = [
        one.name
        for one in others
        if one.assessment.status == HostStatus.NEEDED and one.name not in named
    ]
    if has_bug:
        names = ', '.join(has_bug)
        yield f'If you hit the bug of one of these, turn it on: {names}.'
