# SPDX-License-Identifier: Apache-2.0
"""Lines that nothing reads, corrected instead of adding what they mean.

A second line would be one to delete once the first one is corrected.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import os

from oslo_config import cfg

from workarounds import _text
from workarounds.advice.evaluate import changes
from workarounds.advice.evaluate import host as evaluate_host
from workarounds.advice.evaluate.changes import ActionKind
from workarounds.advice.evaluate.changes import Change
from workarounds.advice.evaluate.host import Advice
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.services import Service
from workarounds.check.context import Context
from workarounds.check.cures import Deletions
from workarounds.check.places import Place
from workarounds.config import files as config_files
from workarounds.config.files import Entry
from workarounds.declarations.registry import Registry
from workarounds.declarations.toggle import OptionName
from workarounds.status import Status


def advise(
    registry: Registry,
    conf: cfg.ConfigOpts,
    status: Status,
    host: Host,
    dataset: Dataset,
    *,
    service: Service | None = None,
    environ: Mapping[str, str] | None = None,
) -> list[Advice]:
    """Assess all workarounds and say what to do, the most urgent first.

    Due changes come first, then what is on or set, then all others; each in
    the order of files and lines, and without a line in that of the catalogue.
    A misspelt or misplaced line is corrected rather than added again.

    :param registry: the declarations
    :param conf: the configuration, after it has read its files
    :param status: its status, from :func:`workarounds.status.read`
    :param host: facts of the host
    :param dataset: facts of platforms and fixes
    :param service: facts of the service that runs on the host
    :param environ: environment variables; by default those of this process
    """
    environ = os.environ if environ is None else environ
    context = Context(registry, conf, status, environ)
    advice = evaluate_host.advise(registry, status, host, dataset, service)
    return [
        _correct(item, context.best_places, context.deletions)
        for item in advice
    ]


def _correct(
    advice: Advice, meant: Mapping[OptionName, Place], deletions: Deletions
) -> Advice:
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
        corrections=list(
            _deleted([*action.corrections, *indented], deletions)
        ),
    )
    return dataclasses.replace(advice, action=action)


def _deleted(
    corrections: Sequence[Change], deletions: Deletions
) -> Iterator[Change]:
    """Yield corrections, with indented lines deleted as check says."""
    for change in corrections:
        place, run = change.place, change.run
        deletion = deletions.get((place.file or '', change.continued))
        if run is None or deletion is None or run.first < deletion.first:
            yield change
        elif run.first == deletion.first:
            is_one = deletion.first == deletion.end
            verb = 'it continues' if is_one else 'they continue'
            yield dataclasses.replace(
                change,
                kind=ActionKind.DELETE_LINE,
                end_line=deletion.end,
                reason=f'{verb} the value of line {change.continued}',
                run=deletion,
            )


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
