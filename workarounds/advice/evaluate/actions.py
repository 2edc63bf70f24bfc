# SPDX-License-Identifier: Apache-2.0
"""What to do about a workaround: the very lines to delete or to write."""

from collections.abc import Sequence
import dataclasses
from typing import Literal

from workarounds.advice.evaluate.changes import Change
from workarounds.config import help_text
from workarounds.config.files import ConfigFiles
from workarounds.status import WorkaroundStatus

Verdict = Literal['needed', 'not-needed', 'unknown']
Kind = Literal['none', 'keep', 'turn off', 'turn on', 'correct', 'delete']


@dataclasses.dataclass(frozen=True)
class Action:
    """What to do; nothing of it is done for you.

    :param note: what to mind, or that there is nothing to do
    :param changes: each line to delete, to change or to add
    """

    kind: Kind
    note: str = ''
    changes: Sequence[str] = ()

    def __post_init__(self) -> None:
        # It quotes a file, and a terminal obeys what a file may contain.
        changes = tuple(map(help_text.printable, self.changes))
        object.__setattr__(self, 'note', help_text.printable(self.note))
        object.__setattr__(self, 'changes', changes)

    @property
    def lines(self) -> Sequence[str]:
        """The note and the changes."""
        note = [self.note] if self.note else []
        return (*note, *self.changes)

    @property
    def text(self) -> str:
        """All of it in one line."""
        changes = '; '.join(self.changes)
        return ' '.join(part for part in (self.note, changes) if part)

    @property
    def is_due(self) -> bool:
        """Whether it changes anything."""
        return self.kind not in ('none', 'keep')


def advise(
    verdict: Verdict,
    status: WorkaroundStatus,
    files: ConfigFiles,
) -> Action:
    """Work out what to do.

    :param status: what the workaround is set to
    :param files: the files that say so
    """
    change = Change(status, files)
    if status.toggle.error is not None:
        return _correct(verdict, status, change)
    if status.is_on:
        if verdict == 'not-needed':
            return Action('turn off', changes=change.turn(on=False))
        return _keep_on(verdict, status, change)
    if verdict == 'not-needed':
        return _leave_off(change)
    return _mind_the_bug(verdict, status, change)


def _correct(
    verdict: Verdict,
    status: WorkaroundStatus,
    change: Change,
) -> Action:
    error = str(status.toggle.error)
    if verdict == 'unknown':
        return Action('correct', f'correct the value: {error}')
    if verdict == 'not-needed':
        note = f'{error}; to turn the workaround off:'
        return Action('correct', note, change.turn(on=False))
    weakens = status.workaround.weakens_security
    which = ', which weakens security' if weakens else ''
    note = f'{error}; to turn the workaround on{which}:'
    return Action('correct', note, change.turn(on=True))


def _keep_on(
    verdict: Verdict,
    status: WorkaroundStatus,
    change: Change,
) -> Action:
    keep = 'keep it'
    if verdict == 'unknown':
        keep = 'keep it until you know that the bug is fixed'
    if status.workaround.weakens_security:
        return Action(
            'keep',
            f'{keep}; it weakens security, so if you can do without it:',
            change.turn(on=False),
        )
    if change.place:
        return Action('keep', f'{keep}:', [change.place])
    return Action('keep', f'{keep}; it is on by default')


def _leave_off(change: Change) -> Action:
    if not change.place:
        return Action('none', 'nothing')
    if change.is_on_by_default or change.holds_others_back:
        return Action('keep', 'keep it off:', [change.place])
    return Action(
        'none', 'nothing; it is off by default too, without:', [change.place]
    )


def _mind_the_bug(
    verdict: Verdict,
    status: WorkaroundStatus,
    change: Change,
) -> Action:
    turn_on = change.turn(on=True)
    weakens = status.workaround.weakens_security
    # Nobody is sent to weaken security who has chosen not to.
    if verdict == 'needed' and change.is_on_by_default and not weakens:
        return Action('turn on', changes=turn_on)
    kind: Kind = 'keep' if change.place else 'none'
    why = ', for it weakens security' if weakens else ''
    return Action(
        kind, f'leave it off{why}; only if you meet the bug:', turn_on
    )
