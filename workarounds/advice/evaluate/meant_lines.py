# SPDX-License-Identifier: Apache-2.0
"""Lines that nothing reads, corrected instead of adding what they mean.

A second line would be one to delete once the first one is corrected.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses

from workarounds import _text
from workarounds.advice.evaluate import changes
from workarounds.advice.evaluate.changes import ActionKind
from workarounds.advice.evaluate.changes import Change
from workarounds.advice.evaluate.host import Advice
from workarounds.check.places import Place
from workarounds.config import files as config_files
from workarounds.config.files import Entry
from workarounds.declarations.toggle import OptionName


def correct(
    advice: Sequence[Advice], meant: Mapping[OptionName, Place]
) -> list[Advice]:
    """Return the advice, with lines corrected rather than added.

    :param meant: for each option, the place that seems to mean it
    """
    return [_correct(item, meant) for item in advice]


def _correct(advice: Advice, meant: Mapping[OptionName, Place]) -> Advice:
    action = advice.action
    indented = [
        change
        for addition in action.changes
        if isinstance(entry := _find(addition, meant), Entry)
        for change in changes.separate(entry)
    ]
    action = dataclasses.replace(
        action,
        changes=list(_corrected(action.changes, meant)),
        optional=list(_corrected(action.optional, meant)),
        corrections=(*action.corrections, *indented),
    )
    return dataclasses.replace(advice, action=action)


def _find(change: Change, meant: Mapping[OptionName, Place]) -> Place | None:
    if change.kind != ActionKind.ADD_LINE:
        return None
    key = (change.text or '').partition('=')[0].strip()
    option = OptionName(change.section or '', key)
    found = (place for it, place in meant.items() if it.matches(option))
    return next(found, None)


def _corrected(
    planned: Sequence[Change], meant: Mapping[OptionName, Place]
) -> Iterator[Change]:
    for change in planned:
        place = _find(change, meant)
        if not isinstance(place, Entry):
            source = None if place is None else changes.set_in(place)
            if source is not None:
                yield Change(ActionKind.DELETE_LINE, source)
            yield change
            continue
        # Its value can be that of another option, which is not printed.
        deletion = changes.deletion(place, is_secret=True)
        if not _text.is_name(place.key):
            deletion = dataclasses.replace(deletion, text='this line')
        is_here = config_files.same_section(
            place.section, change.section or ''
        )
        if is_here and '\n' not in (change.text or ''):
            yield dataclasses.replace(
                change,
                kind=ActionKind.CHANGE_LINE,
                place=deletion.place,
                old_text=deletion.text,
                end_line=deletion.end_line,
                section=None,
            )
        else:
            yield deletion
            yield change
