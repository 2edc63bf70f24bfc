# SPDX-License-Identifier: Apache-2.0
"""Which assessments differ between two sets of data."""

from collections.abc import Iterator
from collections.abc import Mapping
import dataclasses

from workarounds.advice.evaluate.assessment import Assessment
from workarounds.advice.evaluate.matrix import Matrix


@dataclasses.dataclass(frozen=True)
class Difference:
    """An assessment that one of two sets of data changes.

    :param workaround: its name
    :param subject: ``removal``, or the platform or the host that is assessed
    :param before: ``None`` if that set does not have the platform
    :param after: likewise
    """

    workaround: str
    subject: str
    before: Assessment | None
    after: Assessment | None

    @property
    def changed(self) -> list[str]:
        """What differs: the status, the reason, and names of fields."""
        before, after = (
            {'status': one.status, 'reason': one.reason, **one.fields}
            if one
            else {}
            for one in (self.before, self.after)
        )
        return [
            name
            for name in {**before, **after}
            if before.get(name) != after.get(name)
        ]


def of_matrices(before: Matrix, after: Matrix) -> Iterator[Difference]:
    """Yield what differs in two matrices of the same declarations."""
    rows = {row.name: row for row in after.rows}
    for row in before.rows:
        other = rows[row.name]
        yield from _of_subjects(
            row.name,
            {'removal': row.assessment, **row.platforms},
            {'removal': other.assessment, **other.platforms},
        )


def of_hosts(
    host: str,
    before: Mapping[str, Assessment],
    after: Mapping[str, Assessment],
) -> Iterator[Difference]:
    """Yield what differs on a host.

    :param host: what to call it
    :param before: by the names of the workarounds
    """
    for name, assessment in before.items():
        yield from _of_subjects(name, {host: assessment}, {host: after[name]})


def _of_subjects(
    workaround: str,
    before: Mapping[str, Assessment],
    after: Mapping[str, Assessment],
) -> Iterator[Difference]:
    for subject in {**before, **after}:
        difference = Difference(
            workaround, subject, before.get(subject), after.get(subject)
        )
        if difference.before != difference.after:
            yield difference
