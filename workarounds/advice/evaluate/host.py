# SPDX-License-Identifier: Apache-2.0
"""The operator's question, whether a host needs a workaround."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses

from workarounds.advice.evaluate import actions
from workarounds.advice.evaluate import assessment
from workarounds.advice.evaluate import changes
from workarounds.advice.evaluate import corrections
from workarounds.advice.evaluate import fix as evaluate_fix
from workarounds.advice.evaluate.actions import Action
from workarounds.advice.evaluate.actions import ActionNote
from workarounds.advice.evaluate.assessment import Assessment
from workarounds.advice.evaluate.assessment import HostReason
from workarounds.advice.evaluate.assessment import HostStatus
from workarounds.advice.evaluate.changes import ActionKind
from workarounds.advice.evaluate.changes import Change
from workarounds.advice.evaluate.changes import SetIn
from workarounds.advice.evaluate.target import Evaluation
from workarounds.advice.evaluate.target import Target
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.services import Service
from workarounds.config import help_text
from workarounds.config.files import ConfigFiles
from workarounds.config.files import Entry
from workarounds.declarations import releases
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import OptionName
from workarounds.status import Status
from workarounds.status import WorkaroundStatus

_STATUS = {
    True: HostStatus.NOT_NEEDED,
    False: HostStatus.NEEDED,
    None: HostStatus.UNKNOWN,
}
#: By whether the release has reached the one that removed the option.
_LEFTOVERS = {
    True: (
        HostStatus.NOT_NEEDED,
        HostReason.OPTION_REMOVED,
        ActionNote.DELETE_LEFTOVER,
    ),
    False: (
        HostStatus.UNKNOWN,
        HostReason.OPTION_STILL_READ,
        ActionNote.KEEP_UNTIL_RELEASE,
    ),
    None: (
        HostStatus.UNKNOWN,
        HostReason.OPTION_RELEASE_NOT_KNOWN,
        ActionNote.KEEP_UNLESS_RELEASE,
    ),
}
#: Where the release is before the one that introduced it: the line takes
#: effect after an upgrade.
_NOT_YET_READ = (
    HostStatus.NOT_NEEDED,
    HostReason.NOT_IN_THIS_RELEASE,
    ActionNote.NOT_IN_RELEASE,
)


@dataclasses.dataclass(frozen=True)
class Advice:
    """The assessment of one workaround on one host, and what to do.

    :param name: name of the workaround
    :param assessment: whether the host needs it, and why
    :param state: ``on``, ``off``, ``unknown``, ``invalid``, ``absent`` or
        ``removed``
    :param set_in: source of its value; ``None`` for the default
    :param action: what to do
    :param weakens_security: whether it weakens security while it is on
    :param bugs: URLs of its bugs
    """

    name: str
    assessment: Assessment
    state: str
    set_in: SetIn | None
    action: Action
    weakens_security: bool = False
    bugs: Sequence[str] = ()

    @property
    def is_weakening(self) -> bool:
        """Whether it weakens security now, and no change is due."""
        is_on = self.state == 'on'
        return self.weakens_security and is_on and not self.action.is_due

    @property
    def urgency(self) -> int:
        """How soon it should be read, from 0."""
        if self.action.is_due:
            return 0
        return 1 if self.state == 'on' or self.set_in is not None else 2


def assess(
    registry: Registry,
    host: Host,
    dataset: Dataset,
    service: Service | None = None,
    files: ConfigFiles | None = None,
) -> Mapping[str, Assessment]:
    """Assess whether a host needs the workarounds of a registry.

    :param registry: the declarations
    :param host: facts of the host
    :param dataset: facts of platforms and fixes
    :param service: facts of the service that runs on the host
    :param files: its configuration, if known
    :returns: the assessments by the name of the workaround
    """
    target = _target(host, dataset, service, files)
    return {
        workaround.name: _assess_one(workaround, target, registry)
        for workaround in registry
    }


def _target(
    host: Host,
    dataset: Dataset,
    service: Service | None,
    files: ConfigFiles | None,
) -> Target:
    version = host.service_version
    if service is not None:
        service = (
            service.of_release(version) if isinstance(version, str) else None
        )
    return Target(dataset, host.platform, version, service, host, files)


def _assess_one(
    workaround: Workaround, target: Target, registry: Registry
) -> Assessment:
    library = registry.library_of(workaround)
    target = dataclasses.replace(target, library=library)
    release = target.release_of(library)
    if workaround.is_in(release) is False:
        first = releases.next_with(
            release, releases.listed(workaround.introduced)
        )
        return Assessment(
            HostStatus.NOT_NEEDED,
            HostReason.NOT_IN_THIS_RELEASE,
            {'release': release, 'introduced': first},
        )
    evaluations = [
        evaluate_fix.evaluate(fix, target)
        for fix in target.dataset.fixes_of(workaround)
    ]
    return assessment.combine(list(map(_assessment, evaluations)))


def _assessment(evaluation: Evaluation) -> Assessment:
    status = _STATUS[evaluation.is_fixed]
    if evaluation.is_choice:
        status = HostStatus.CHOICE
    return Assessment(status, HostReason(evaluation.reason), evaluation.fields)


def advise(
    registry: Registry,
    status: Status,
    host: Host,
    dataset: Dataset,
    service: Service | None = None,
) -> list[Advice]:
    """Assess all workarounds and say what to do, the most urgent first.

    Lines that nothing reads are left out; ``meant_lines`` adds them.
    """
    target = _target(host, dataset, service, status.files)
    found = [
        *(
            _live(
                workaround,
                status.files,
                _assess_one(workaround.workaround, target, registry),
            )
            for workaround in status.workarounds
        ),
        *_removed(registry, status.files, target),
    ]
    return sorted(found, key=_order)


def _order(advice: Advice) -> tuple[int, bool, str, int, str]:
    place = advice.set_in or SetIn()
    return (
        advice.urgency,
        # What is not in a file comes last.
        place.file is None,
        place.file or '',
        place.line or 0,
        place.environment or '',
    )


def _live(
    status: WorkaroundStatus,
    files: ConfigFiles,
    assessed: Assessment,
) -> Advice:
    workaround = status.workaround
    return Advice(
        name=workaround.name,
        assessment=assessed,
        state=status.state,
        set_in=changes.set_in(status.toggle.origin) if status.toggle else None,
        action=actions.advise(HostStatus(assessed.status), status, files),
        weakens_security=workaround.weakens_security,
        bugs=help_text.bugs(workaround),
    )


def _removed(
    registry: Registry,
    files: ConfigFiles,
    target: Target,
) -> Iterator[Advice]:
    leftovers = [
        (removal, entry)
        for entry in files.entries
        for removal in registry.removed
        if any(
            name.matches(OptionName(entry.section, entry.key))
            for name in removal.option_names
        )
    ]
    entries = [entry for _, entry in leftovers]
    repeated = {
        (change.place.file, change.place.line): change
        for change in corrections.of_repeated_lines(entries)
    }
    for removal, entry in leftovers:
        release = target.release_of(registry.library_of(removal))
        change = repeated.get((entry.file, entry.line))
        yield _leftover(removal, entry, release, change)


def _leftover(
    removed: RemovedWorkaround,
    entry: Entry,
    release: str | None,
    repeated: Change | None,
) -> Advice:
    """Return what to do about a line, which another one may override."""
    fields = {
        'option': entry.key,
        'removed_in': removed.removed_in,
        'detail': removed.reason_in(release),
        **({'release': release} if release else {}),
    }
    status, reason, note = _LEFTOVERS[
        releases.has_reached(release, removed.removed_in)
    ]
    if reason == HostReason.OPTION_REMOVED and removed.still_registered:
        reason = HostReason.OPTION_IGNORED
    state, until = 'removed', removed.removed_in
    if removed.is_in(release) is False and status != HostStatus.NOT_NEEDED:
        until = releases.next_with(
            release, releases.listed(removed.introduced)
        )
        fields['introduced'] = until
        state = 'absent'
        status, reason, note = _NOT_YET_READ
    change = changes.deletion(entry)
    action = Action(note, [change])
    if note != ActionNote.DELETE_LEFTOVER:
        current = dataclasses.replace(change, kind=ActionKind.NONE)
        action = Action(note, current=current, release=until)
    found = [*corrections.of_indented_lines([entry])]
    if repeated and removed.is_in(release) is not False:
        action = Action(ActionNote.NOTHING_TO_DO)
        found.append(repeated)
    action = dataclasses.replace(action, corrections=found)
    return Advice(
        name=removed.name,
        assessment=Assessment(status, reason, fields),
        state=state,
        set_in=SetIn(file=entry.file, line=entry.line),
        action=action,
    )
