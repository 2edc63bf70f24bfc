# SPDX-License-Identifier: Apache-2.0
"""The words for actions: what to do, line by line."""

from collections.abc import Iterator

from workarounds import _text
from workarounds.advice.evaluate.actions import Action
from workarounds.advice.evaluate.actions import ActionNote
from workarounds.advice.evaluate.changes import ActionKind
from workarounds.advice.evaluate.changes import Change
from workarounds.advice.evaluate.changes import SetIn
from workarounds.check.rules import weakens_security
from workarounds.config import indented
from workarounds.config.indented import Run
from workarounds.declarations import expiry
from workarounds.declarations.toggle import ANY_GROUP
from workarounds.diagnostics import CODES

_NOTES = {
    ActionNote.CANNOT_TURN_OFF: 'no single line of a configuration file turns '
    'it off; change the default in the service',
    ActionNote.CANNOT_TURN_ON: 'leave it off; no single line of a '
    'configuration file turns it on, so if you hit the bug, change the '
    'default in the service',
    ActionNote.CHOOSE: 'nothing to do; it is your choice',
    ActionNote.DELETE_DEPRECATED: 'the option is deprecated, and the '
    'workaround stays off without it:',
    ActionNote.KEEP_OFF: 'keep it off:',
    ActionNote.KEEP_ON: 'keep it',
    ActionNote.KEEP_ON_UNTIL_KNOWN: 'keep it until you know that the bug is '
    'fixed',
    ActionNote.KEEP_UNLESS_RELEASE: 'delete the line if the service is at '
    '{release} or later:',
    ActionNote.KEEP_UNTIL_RELEASE: 'delete the line when you upgrade to '
    '{release} or later:',
    ActionNote.NOT_IN_RELEASE: 'nothing reads this line before {release}; '
    'delete it, or leave it for the upgrade:',
    ActionNote.NO_OPTION: 'nothing to do: it has no option',
    ActionNote.NOTHING_TO_DO: 'nothing to do',
    ActionNote.REPEATS_DEFAULT: 'nothing to do:',
}
#: These are left out where there are corrections to make.
_NOTHING_TO_DO = (
    ActionNote.CHOOSE,
    ActionNote.NO_OPTION,
    ActionNote.NOTHING_TO_DO,
    ActionNote.REPEATS_DEFAULT,
)
_NO_LINE = 'no line turns it on'
_TO = 'to: '
_TO_TURN_OFF = 'to turn the workaround off:'
#: As check says.
_WRITE_IT = CODES['WA114'].cure
_WHO_DECIDES = "the service's developers decide"
_NEEDED_VALUE = '<the value that you need>'


def steps(action: Action) -> list[list[str]]:
    """Return the steps of what to do, each in one or more lines.

    Corrections come first, each on its own; then a note with its changes.
    """
    return [list(map(_text.printable, step)) for step in _steps(action)]


def lines(action: Action) -> list[str]:
    """Return what to do, line by line."""
    return [line for step in steps(action) for line in step]


def one_line(action: Action) -> str:
    """Return what to do, in one line."""
    text = ''
    for line in lines(action):
        # A note ends in a colon or stands alone; changes stand side by side.
        is_same = text.endswith(':') or line.startswith(_TO)
        after = ' ' if is_same else '; '
        text += f'{after if text else ""}{line}'
    return text


def place(set_in: SetIn | None) -> str:
    """Return what sets an option, in a few words."""
    if set_in is None:
        return 'default'
    if set_in.file is not None and set_in.line is not None:
        shown = f'{set_in.file}:{set_in.line}'
    elif set_in.environment is not None:
        shown = f'environment {set_in.environment}'
    elif set_in.source == 'remote':
        shown = set_in.detail or ''
    else:
        shown = f'{set_in.source or ""} {set_in.detail or set_in.file or ""}'
    return _text.printable(shown.strip())


def _steps(action: Action) -> Iterator[list[str]]:
    for correction in action.corrections:
        yield [_correction(correction)]
    doubts = '; '.join(_doubts(action))
    if action.corrections and action.note in _NOTHING_TO_DO:
        if doubts:
            yield [doubts]
        return
    note = _note(action)
    if (
        action.repeats_default
        and action.current is not None
        and action.note != ActionNote.DELETE_DEPRECATED
    ):
        place = action.current.place
        what = 'variable' if place.line is None else 'line'
        note = f'this {what} repeats the default; {note or _TO_TURN_OFF}'
    if doubts:
        note = f'{doubts}; {note}'
    changed = [
        shown
        for change in (*action.changes, *action.optional)
        if (shown := _shown_change(change))
    ]
    if not note:
        yield from changed
        return
    if note.endswith(':') and not changed and action.current:
        changed = [[_counting(action.current)]]
    yield [note, *(line for shown in changed for line in shown)]


def _shown_change(change: Change) -> list[str]:
    if change.kind == ActionKind.CORRECT_VALUE:
        # The note is its reason.
        return []
    is_new = change.kind == ActionKind.ADD_LINE
    return list(_addition(change) if is_new else _change(change))


def _doubts(action: Action) -> Iterator[str]:
    if action.deprecated_since is not None:
        yield f'its option is deprecated since {action.deprecated_since}'
    if action.expired is not None:
        when = expiry.describe(action.expired)
        yield f'its declaration expired {when} ({_WHO_DECIDES})'


def _correction(change: Change) -> str:
    if change.kind == ActionKind.CORRECT_VALUE:
        return change.reason or ''
    if change.run is not None:
        return _separation(change, change.run)
    return f'{_deletion(change)} ({change.reason})'


def _note(action: Action) -> str:
    if action.error is not None:
        return _with_error(action, action.error)
    note = _NOTES.get(action.note, '').format(release=action.release)
    if action.note == ActionNote.NO_OPTION and action.weakens_security:
        return f'it weakens security, and {weakens_security.NO_OPTION}'
    if action.note == ActionNote.LEAVE_OFF:
        why = ' (it weakens security)' if action.weakens_security else ''
        enable = 'if you hit the bug, turn the workaround on:'
        return f'leave it off{why}; {enable if action.optional else _NO_LINE}'
    if action.optional:
        note = note.removeprefix('nothing to do; ')
        return f'{note}; it weakens security, so {weakens_security.TURN_OFF}:'
    if action.note in (ActionNote.KEEP_ON, ActionNote.KEEP_ON_UNTIL_KNOWN):
        return f'{note}:' if action.current else f'{note}; it is on by default'
    return note


def _with_error(action: Action, error: str) -> str:
    if action.note == ActionNote.CANNOT_TELL:
        cure = f'; {_WRITE_IT}' if action.current else ''
        end = '; this makes it certain:' if action.optional else ''
        return f'cannot tell whether it is on: {error}{cure}{end}'
    return error


def _counting(change: Change) -> str:
    if change.place.line is None:
        return place(change.place)
    return _shown(change, change.text)


def _change(change: Change) -> Iterator[str]:
    text = _text_of(change)
    if change.kind == ActionKind.DELETE_LINE:
        yield _deletion(change)
    elif change.place.environment is not None:
        yield f'set {change.place.environment}={text}'
    else:
        yield f'change {_shown(change, change.old_text)}'
        yield f'{_TO}{text}'


def _text_of(change: Change) -> str:
    value = _NEEDED_VALUE if change.needs_value else ''
    return f'{change.text or ""} {value}'.strip()


def _addition(change: Change) -> Iterator[str]:
    where, section = change.place, f'[{change.section}]'
    first, *others = _text_of(change).split('\n')
    file = where.file or 'the configuration file'
    what = f'add a section {section} to {file}, with'
    if where.line is not None:
        what = f'add below {_lines_of(change)} {section}'
    elif change.section == ANY_GROUP:
        what = f'add to the section of the group in {file}'
    yield f'{what}{", in this order" if others else ""}: {first}'
    yield from others


def _deletion(change: Change) -> str:
    if change.place.environment is not None:
        return f'unset {change.place.environment}'
    if change.place.line is None:
        return f'remove {change.text} from: {place(change.place)}'
    return f'delete {_shown(change, change.text)}'


def _separation(change: Change, run: Run) -> str:
    """Return what to do about indented lines, as the cures of check say."""
    text = indented.run_cure(
        run,
        lambda first, last: (
            f'{change.place.file}:{indented.shown_range(first, last)}'
        ),
    )
    if change.text:
        is_one = run.first == run.end
        text += f': {change.text}' if is_one else f': {change.text} ...'
    return f'{text} ({change.reason})'


def _shown(change: Change, text: str | None) -> str:
    """Show a line of a file with its place, or its lines."""
    return f'{_lines_of(change)}: {text}'


def _lines_of(change: Change) -> str:
    first = change.place.line or 0
    lines_ = indented.shown_range(first, change.end_line or first)
    return f'{change.place.file}:{lines_}'
