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

    :param workaround: name of the workaround
    :param subject: ``removal``, or the assessed platform or host
    :param before: ``None`` if the first set does not have the platform
    :param after: ``None`` if the second set does not have the platform
    """

    workaround: str
    subject: str
    before: Assessment | None
    after: Assessment | None

    @property
    def changed(self) -> list[str]:
        """The names of what differs: status, reason, and fields."""
        before, after = (
            {
                'status': assessment.status,
                'reason': assessment.reason,
                **assessment.fields,
            }
            if assessment
            else {}
            for assessment in (self.before, self.after)
        )
        return [
            name
            for name in {**before, **after}
            if before.get(name) != after.get(name)
        ]


def compare_matrices(before: Matrix, after: Matrix) -> Iterator[Difference]:
    """Yield what differs in two matrices of the same declarations."""
    rows = {row.name: row for row in after.rows}
    for row in before.rows:
        other = rows[row.name]
        yield from _of_subjects(
            row.name,
            {'removal': row.assessment, **row.platforms},
            {'removal': other.assessment, **other.platforms},
        )


def compare_hosts(
    host: str,
    before: Mapping[str, Assessment],
    after: Mapping[str, Assessment],
) -> Iterator[Difference]:
    """Yield what differs on a host.

    :param host: name of the host
    :param before: assessments by the name of the workaround
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
