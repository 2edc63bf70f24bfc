# SPDX-License-Identifier: Apache-2.0
"""The text of ``list``: workarounds that are set, then all others."""

import collections
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
import operator

from workarounds.cli import layout
from workarounds.cli.layout import Block
from workarounds.cli.layout import Line
from workarounds.config import help_text
from workarounds.declarations import expiry
from workarounds.declarations import releases
from workarounds.declarations.registry import Registry
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import GROUP
from workarounds.status import Setting
from workarounds.status import Status
from workarounds.status import WorkaroundStatus

#: The states that the summary counts first.
_FIRST = ('on', 'off')


def blocks(
    service: str,
    registry: Registry,
    status: Status,
    not_removed: Sequence[RemovedWorkaround],
) -> Iterator[Block]:
    """Return the text about the workarounds of a service.

    :param not_removed: workarounds that were removed after the release
    """
    found: list[tuple[str, int, Block]] = []
    others: list[tuple[str, str, Iterable[str]]] = []
    for workaround in status.workarounds:
        setting = next(
            (setting for setting in workaround.settings if setting.is_set),
            None,
        )
        if setting is None:
            others.append(
                (workaround.state, _name(workaround), _notes(workaround))
            )
        else:
            origin = setting.origin
            block = _block(workaround, str(origin))
            found.append((origin.detail, origin.line or 0, block))
    for removed in not_removed:
        note = not_removed_note(removed, status.release_of(removed, registry))
        entries = status.files.find_entries(removed.option_names)
        for entry in entries:
            place = layout.Whole(f'{entry.file}:{entry.line}:')
            block = Block([place, removed.name, f'({note})'])
            found.append((entry.file, entry.line, block))
        if not entries:
            release = status.release_of(removed, registry)
            others.append((state_of(removed, release), removed.name, [note]))
    for *_, block in sorted(found, key=operator.itemgetter(0, 1)):
        yield block
    if others:
        yield _not_set(others)
    yield Block([], [Line([_summary(service, status, registry)])])


def remarks(status: WorkaroundStatus) -> Iterator[str]:
    """Yield remarks on a workaround, each a few words."""
    if status.workaround.weakens_security:
        yield 'weakens security' + ('' if status.is_on else ' while it is on')
    since = status.workaround.deprecated_since
    if since and releases.has_reached(status.release, since) is not False:
        yield 'deprecated'
    if status.is_expired:
        yield 'expired'
    toggle = status.toggle
    if toggle and toggle.repeats_default and toggle.is_default_known:
        yield 'repeats the default'
    if toggle and not toggle.is_set and not toggle.is_default_known:
        yield f'default: {help_text.defaults(status.workaround, toggle.opt)}'
    if status.is_in_release is False:
        yield f'not in {status.release}'


def param(setting: Setting) -> str:
    """Return what a parameter is set to, and where."""
    value = setting.shown
    if setting.error is not None:
        kind = 'unknown' if setting.is_unresolved else 'invalid'
        value = f"{kind}: '{value}'"
    default = ', the default' if setting.repeats_default else ''
    return f'{setting.option.name} = {value} ({setting.origin}){default}'


def state_of(removed: RemovedWorkaround, release: str | None) -> str:
    """Return the state of a workaround that a later release removed."""
    return 'absent' if removed.is_in(release) is False else 'unknown'


def not_removed_note(removed: RemovedWorkaround, release: str | None) -> str:
    """Return the remark on a workaround that a later release removed."""
    if removed.is_in(release) is False:
        return f'removed in {removed.removed_in}, not in {release}'
    return f'removed in {removed.removed_in}, live in {release}'


def _block(status: WorkaroundStatus, place: str) -> Block:
    workaround = status.workaround
    params = [param(setting) for setting in status.params if setting.is_set]
    facts = {
        'also set': params,
        'bug': help_text.bugs(workaround) or ['none stated'],
        'fix': help_text.fixes(workaround),
        'expires': [expiry.summary(workaround.expires)],
    }
    return Block(
        [
            layout.Whole(f'{place}:'),
            _name(status),
            *layout.state(status.state),
            # The place may be that of a parameter.
            *(
                []
                if status.toggle and status.toggle.is_set
                else ['by default']
            ),
            *_in_brackets(remarks(status)),
        ],
        [
            Line([texts[0]], label, [[text] for text in texts[1:]])
            for label, texts in facts.items()
            if texts
        ],
    )


def _not_set(others: Sequence[tuple[str, str, Iterable[str]]]) -> Block:
    width = max(len(state) for state, _, _ in others)
    return Block(
        [f'not set ({len(others)}):'],
        [
            Line(
                [
                    layout.Status(state.ljust(width)),
                    name,
                    *_in_brackets(notes),
                ],
                is_item=True,
            )
            for state, name, notes in others
        ],
    )


def _notes(status: WorkaroundStatus) -> Iterator[str]:
    if status.set_in != 'default':
        yield status.set_in
    yield from remarks(status)


def _in_brackets(notes: Iterable[str]) -> list[str]:
    joined = ', '.join(notes)
    return [f'({joined})'] if joined else []


def _name(status: WorkaroundStatus) -> str:
    """Return the name, with the group where operators may not expect it."""
    name = status.workaround.name
    if status.toggle is None or status.group == GROUP:
        return name
    return f'{name} [{status.group}]'


def _summary(service: str, status: Status, registry: Registry) -> str:
    names = {item.workaround.name for item in status.workarounds}
    number = layout.count(len(names), 'workaround')
    counts = collections.Counter(item.state for item in status.workarounds)
    others = sorted(set(counts) - set(_FIRST))
    states = ', '.join(
        f'{counts[state]} {state}'
        for state in (*_FIRST, *others)
        if counts[state]
    )
    release = status.service_version
    if release is None:
        project = registry.catalogue.project if registry.catalogue else None
        why = f': {project} is not installed' if project else ''
        release = f'(release not known{why})'
    return f'{number} of {service} {release}: {states or "none"}'
