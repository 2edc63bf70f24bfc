# SPDX-License-Identifier: Apache-2.0
"""The operator's question, whether a host needs a workaround, answered."""

from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses

from workarounds.advice.evaluate import actions
from workarounds.advice.evaluate import changes
from workarounds.advice.evaluate import host_fix
from workarounds.advice.evaluate.actions import Action
from workarounds.advice.evaluate.actions import Verdict
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Host
from workarounds.config import files as config_files
from workarounds.config import help_text
from workarounds.config.files import ConfigFiles
from workarounds.config.files import Entry
from workarounds.config.origin import Origin
from workarounds.declarations.declaration import RemovedWorkaround
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.fixes import Fix
from workarounds.declarations.registry import Registry
from workarounds.status import Status
from workarounds.status import WorkaroundStatus


@dataclasses.dataclass(frozen=True)
class Advice:
    """The verdict on one workaround, on one host and configuration.

    :param name: the workaround's
    :param verdict: whether it is needed on that host
    :param evidence: why, in one sentence with the versions
    :param state: ``on``, ``off``, ``invalid`` or ``removed``
    :param place: what set it, such as ``nova.conf:19``
    :param action: what to do
    :param weakens_security: it does so while it is on
    :param bugs: their addresses
    """

    name: str
    verdict: Verdict
    evidence: str
    state: str
    place: str
    action: Action
    weakens_security: bool = False
    bugs: Sequence[str] = ()

    @property
    def urgency(self) -> int:
        """How soon somebody should read it, from 0."""
        if self.action.is_due:
            return 0
        return 1 if self.state == 'on' or self.place != 'default' else 2


def advise(
    registry: Registry,
    status: Status,
    host: Host,
    dataset: Dataset,
) -> list[Advice]:
    """Judge all workarounds, what there is to do first.

    :param status: what they are set to
    :param host: where they run
    """
    found = [
        *(
            _live(one, status.files, host, dataset)
            for one in status.workarounds
        ),
        *_removed(registry.removed, status.files, host),
    ]
    return sorted(found, key=lambda advice: advice.urgency)


def verdict(
    workaround: Workaround,
    host: Host,
    dataset: Dataset,
) -> tuple[Verdict, str]:
    """Tell whether a workaround is needed on a host, and why."""
    fixes = dataset.fixes_of(workaround)
    judgements = [host_fix.judge(fix, host, dataset) for fix in fixes]
    verdicts: dict[bool | None, tuple[Verdict, str]] = {
        False: ('needed', 'open'),
        None: ('unknown', 'not known to hold'),
        True: ('not-needed', 'hold'),
    }
    holds = min(
        (judgement.holds for judgement in judgements),
        key=[False, None, True].index,
    )
    word, meaning = verdicts[holds]
    if len(judgements) == 1:
        return word, help_text.printable(judgements[0].evidence)
    those = [
        _of_bug(one.evidence, fix)
        for fix, one in zip(fixes, judgements, strict=True)
        if one.holds is holds
    ]
    # Two fixes can have the same evidence; it is said once.
    evidence = help_text.printable('; '.join(dict.fromkeys(those)))
    if holds:
        return word, f'all {len(judgements)} fixes hold: {evidence}'
    return word, (
        f'of {len(judgements)} fixes, which must all hold, {len(those)} '
        f'{"is" if len(those) == 1 else "are"} {meaning}: {evidence}'
    )


def _of_bug(evidence: str, fix: Fix) -> str:
    bug = getattr(fix, 'bug', None)
    return f'{evidence} ({bug})' if bug else evidence


def _live(
    status: WorkaroundStatus,
    files: ConfigFiles,
    host: Host,
    dataset: Dataset,
) -> Advice:
    workaround = status.workaround
    word, evidence = verdict(workaround, host, dataset)
    return Advice(
        name=workaround.name,
        verdict=word,
        evidence=evidence,
        state=status.state,
        place=str(status.toggle.origin),
        action=actions.advise(word, status, files),
        weakens_security=workaround.weakens_security,
        bugs=help_text.bugs(workaround),
    )


def _removed(
    removed: Sequence[RemovedWorkaround],
    files: ConfigFiles,
    host: Host,
) -> Iterator[Advice]:
    owners = {option: one for one in removed for option in one.options}
    for entry in files.entries:
        owner = owners.get(entry.key)
        if owner and config_files.same_section(entry.section, 'workarounds'):
            yield _leftover(owner, entry, host)


def _leftover(
    removed: RemovedWorkaround,
    entry: Entry,
    host: Host,
) -> Advice:
    version = host.service_version
    is_gone, evidence = help_text.removal(
        entry.key, removed, version if isinstance(version, str) else None
    )
    line, later = changes.line(entry), f'{removed.removed_in} or later'
    if is_gone:
        action = Action('delete', changes=[f'delete {line}'])
    elif is_gone is None:
        note = f'keep it unless the service is at {later}:'
        action = Action('keep', note, [line])
    else:
        evidence += '; the loaded catalogue no longer describes it'
        note = f'keep it until you upgrade to {later}:'
        action = Action('keep', note, [line])
    return Advice(
        name=removed.name,
        verdict='not-needed' if is_gone else 'unknown',
        evidence=evidence,
        state='removed',
        place=str(Origin('file', entry.file, entry.line)),
        action=action,
    )
