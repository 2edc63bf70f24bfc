# SPDX-License-Identifier: Apache-2.0
"""Which of several pieces of evidence decides."""

from collections.abc import Callable
from collections.abc import Sequence
import dataclasses

from workarounds.advice.evaluate.target import Evaluation
from workarounds.advice.facts import versions

#: A way to decide; it returns nothing where there are no facts for it.
Way = Callable[[], Evaluation | None]


def weigh(overriding: Sequence[Way], ordinary: Sequence[Way]) -> Evaluation:
    """Return the evaluation that decides.

    Further facts never turn a decision into "not known": all evidence is
    evaluated, and proof of the fix outweighs proof of the bug.

    :param overriding: ways to decide, of which the first decision counts
    :param ordinary: further ways, the most specific first; the last one always
        answers
    """
    first, others = _evaluate(overriding), _evaluate(ordinary)
    decided = (
        *(found for found in first if found.is_fixed is not None),
        *(found for found in others if found.is_fixed),
        *(found for found in others if found.is_fixed is False),
    )
    evaluation = next(iter((*decided, *first, *others)))
    # The result also rests on what kept the first ones from deciding: the
    # package that is not the platform's own, if that is it.
    doubts = {k: v for found in first for k, v in found.fields.items()}
    installed = {k: v for k, v in doubts.items() if k == 'installed'}
    return dataclasses.replace(
        evaluation, fields={**doubts, **evaluation.fields, **installed}
    )


def choose(evaluations: Sequence[Evaluation]) -> Evaluation:
    """Return the evaluation of alternative fixes.

    If none is in place, the field ``alternatives`` has the others.
    """
    order = (True, None, False)
    best = min(evaluations, key=lambda found: order.index(found.is_fixed))
    if best.is_fixed or len(evaluations) == 1:
        return best
    return best.extended(
        alternatives=[
            {'reason': found.reason, 'fields': dict(found.fields)}
            for found in evaluations
            if found is not best
        ]
    )


def _evaluate(ways: Sequence[Way]) -> list[Evaluation]:
    return [found for way in ways if (found := _compare(way)) is not None]


def _compare(way: Way) -> Evaluation | None:
    """Return an evaluation; a version that cannot be compared is a reason."""
    try:
        return way()
    except versions.IncomparableVersionError as error:
        fields = {'version': error.version, 'scheme': error.scheme}
        return Evaluation(None, 'version-not-comparable', fields)
