# SPDX-License-Identifier: Apache-2.0
"""What to do about a workaround on a host, as data."""

from collections.abc import Sequence
import dataclasses
import datetime
import enum
from typing import Any

from workarounds.advice.evaluate import corrections
from workarounds.advice.evaluate.assessment import HostStatus
from workarounds.advice.evaluate.changes import ActionKind
from workarounds.advice.evaluate.changes import Change
from workarounds.advice.evaluate.changes import SetIn
from workarounds.advice.evaluate.planner import Planner
from workarounds.config.files import ConfigFiles
from workarounds.declarations import deprecation
from workarounds.declarations import releases
from workarounds.status import WorkaroundStatus

#: Between the fact and the cure of a value, as check writes them.
_NOT_ACCEPTED = ' is not accepted; '
_TO_DEFAULT = ' to use the default'


class ActionNote(enum.StrEnum):
    """The purpose of the changes, or why there is none."""

    CANNOT_TELL = 'cannot-tell'
    CANNOT_TURN_OFF = 'cannot-turn-off'
    CANNOT_TURN_ON = 'cannot-turn-on'
    CHOOSE = 'choose'
    CORRECT_VALUE = 'correct-value'
    DELETE_DEPRECATED = 'delete-deprecated'
    DELETE_LEFTOVER = 'delete-leftover'
    KEEP_OFF = 'keep-off'
    KEEP_ON = 'keep-on'
    KEEP_ON_UNTIL_KNOWN = 'keep-on-until-known'
    KEEP_UNLESS_RELEASE = 'keep-unless-release'
    KEEP_UNTIL_RELEASE = 'keep-until-release'
    LEAVE_OFF = 'leave-off'
    NOT_IN_RELEASE = 'not-in-release'
    NO_OPTION = 'no-option'
    NOTHING_TO_DO = 'nothing-to-do'
    REPEATS_DEFAULT = 'repeats-default'
    TURN_OFF = 'turn-off'
    TURN_ON = 'turn-on'


@dataclasses.dataclass(frozen=True)
class Action:
    """What the operator should do; the library changes no file.

    :param note: purpose of the changes
    :param changes: changes that are due for this purpose
    :param corrections: further changes that are due, each with its reason
    :param optional: changes for the condition of the note: you hit the bug,
        you can do without a weakened security, or you want to be sure where
        the state is not known
    :param current: the line or variable that is effective now
    :param error: why the current value is invalid, or not known here
    :param weakens_security: whether the workaround weakens security while it
        is on
    :param release: release that the note is about
    :param repeats_default: whether the current value can be left out
    :param deprecated_since: release that deprecated an option which stays set
    :param expired: release or day of an expiry that has passed, if the
        workaround is on or set
    """

    note: ActionNote
    changes: Sequence[Change] = ()
    corrections: Sequence[Change] = ()
    optional: Sequence[Change] = ()
    current: Change | None = None
    error: str | None = None
    weakens_security: bool = False
    release: str | None = None
    repeats_default: bool = False
    deprecated_since: str | None = None
    expired: str | datetime.date | None = None

    @property
    def kind(self) -> ActionKind:
        """The kind of the first due change."""
        return self.due[0].kind if self.due else ActionKind.NONE

    @property
    def is_due(self) -> bool:
        """Whether anything should be changed."""
        return bool(self.due)

    @property
    def due(self) -> Sequence[Change]:
        """All changes that are due."""
        return (*self.changes, *self.corrections)

    def to_data(self) -> dict[str, Any]:
        """Return plain data: the first change, then the others."""
        nothing = Change(ActionKind.NONE, SetIn())
        first, *further = self.due or [self.current or nothing]
        return {
            **first.to_data(),
            'note': self.note.value,
            'error': self.error,
            'release': self.release,
            'repeats_default': self.repeats_default,
            'further_actions': [change.to_data() for change in further],
            'optional_actions': [change.to_data() for change in self.optional],
        }


def advise(
    host_status: HostStatus,
    status: WorkaroundStatus,
    files: ConfigFiles,
) -> Action:
    """Return what to do about a workaround.

    :param host_status: whether the host needs the workaround
    :param status: status of the workaround in the configuration
    :param files: files of the configuration
    """
    corrected = corrections.without_indented_lines(status, files)
    action = _advise(host_status, corrected, files)
    if not action.changes:
        action = dataclasses.replace(action, **_doubts(status))
    # As check, which does not say whether a corrected toggle is on.
    status = dataclasses.replace(status, params=corrected.params)
    found = corrections.find(status, files, action.changes)
    return dataclasses.replace(action, corrections=tuple(found))


def _doubts(status: WorkaroundStatus) -> dict[str, Any]:
    """Return what check says of a workaround that stays as it is."""
    workaround = status.workaround
    is_set = bool(status.toggle and status.toggle.is_set)
    if status.is_in_release is False or not (is_set or status.is_on):
        return {}
    since = workaround.deprecated_since
    is_deprecated = is_set and deprecation.has_begun(since, status.release)
    return {
        'deprecated_since': since if is_deprecated else None,
        'expired': workaround.expires if status.is_expired else None,
    }


def _advise(
    host_status: HostStatus, status: WorkaroundStatus, files: ConfigFiles
) -> Action:
    toggle = status.toggle
    if toggle is None:
        is_weak = bool(status.is_on and status.workaround.weakens_security)
        return Action(ActionNote.NO_OPTION, weakens_security=is_weak)
    planner = Planner(status, toggle, files)
    if status.is_in_release is False:
        first = releases.next_with(
            status.release, releases.listed(status.workaround.introduced)
        )
        note = ActionNote.NOTHING_TO_DO
        if planner.current is not None:
            note = ActionNote.NOT_IN_RELEASE
        return Action(note, current=planner.current, release=first)
    if toggle.is_unresolved:
        action = _when_unknown(host_status, str(toggle.error), planner)
    elif toggle.error is not None:
        change = corrections.of_value(toggle, toggle.error, files)
        if not toggle.error.cure:
            change = _agreed(change, host_status, planner)
        action = Action(
            ActionNote.CORRECT_VALUE, [change], error=change.reason
        )
    elif planner.sets_deprecated_default:
        action = Action(ActionNote.DELETE_DEPRECATED, planner.remove())
    elif host_status == HostStatus.CHOICE:
        action = _choose(status, planner)
    elif status.is_on:
        action = _when_on(host_status, planner)
    else:
        action = _when_off(host_status, planner)
    return dataclasses.replace(
        action,
        current=planner.current,
        weakens_security=status.workaround.weakens_security,
        repeats_default=planner.repeats_default,
    )


def _agreed(
    change: Change, host_status: HostStatus, planner: Planner
) -> Change:
    """Return a correction that the next run agrees with, if that is clear."""
    fact, _, cure = (change.reason or '').rpartition(_NOT_ACCEPTED)
    is_on = planner.is_on_by_default
    if not cure or is_on is None:
        return change
    if host_status == HostStatus.NEEDED:
        state = 'on' if is_on else 'off'
        cure = f'{cure}; by default, the workaround is {state}'
    elif host_status == HostStatus.NOT_NEEDED:
        deletion = cure.partition(', or ')[2].removesuffix(_TO_DEFAULT)
        planned = planner.turn(on=False)
        if not is_on:
            cure = deletion or cure
        elif planned and planned[0].kind == ActionKind.CHANGE_LINE:
            text = planned[0].text or ''
            if not planned[0].needs_value:
                cure = f'write {text.rpartition(" = ")[2]}'
    reason = f'{fact}{_NOT_ACCEPTED}{cure}'
    return dataclasses.replace(change, reason=reason)


def _choose(status: WorkaroundStatus, planner: Planner) -> Action:
    if status.is_on and status.workaround.weakens_security:
        return Action(ActionNote.CHOOSE, optional=planner.turn(on=False))
    return Action(ActionNote.CHOOSE)


def _when_unknown(
    host_status: HostStatus, error: str, planner: Planner
) -> Action:
    certain: Sequence[Change] = ()
    if host_status == HostStatus.NOT_NEEDED:
        certain = planner.turn(on=False)
    elif (
        host_status == HostStatus.NEEDED
        and not planner.status.workaround.weakens_security
    ):
        certain = planner.turn(on=True)
    return Action(ActionNote.CANNOT_TELL, optional=certain, error=error)


def _when_on(host_status: HostStatus, planner: Planner) -> Action:
    if host_status == HostStatus.NOT_NEEDED:
        turn_off = planner.turn(on=False)
        if not turn_off:
            return Action(ActionNote.CANNOT_TURN_OFF)
        return Action(ActionNote.TURN_OFF, turn_off)
    note = ActionNote.KEEP_ON
    if host_status == HostStatus.UNKNOWN:
        note = ActionNote.KEEP_ON_UNTIL_KNOWN
    if planner.status.workaround.weakens_security:
        return Action(note, optional=planner.turn(on=False))
    return Action(note)


def _when_off(host_status: HostStatus, planner: Planner) -> Action:
    if host_status == HostStatus.NOT_NEEDED:
        return _stay_off(planner)
    turn_on = planner.turn(on=True)
    if not turn_on:
        return Action(ActionNote.CANNOT_TURN_ON)
    weakens = planner.status.workaround.weakens_security
    # The operator has chosen not to weaken security.
    if (
        host_status == HostStatus.NEEDED
        and planner.is_on_by_default
        and not weakens
    ):
        return Action(ActionNote.TURN_ON, turn_on)
    return Action(ActionNote.LEAVE_OFF, optional=turn_on)


def _stay_off(planner: Planner) -> Action:
    if planner.current is None:
        return Action(ActionNote.NOTHING_TO_DO)
    if planner.repeats_default:
        return Action(ActionNote.REPEATS_DEFAULT)
    return Action(ActionNote.KEEP_OFF)
