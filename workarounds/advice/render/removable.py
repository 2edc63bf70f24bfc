# SPDX-License-Identifier: Apache-2.0
"""Why the code of a workaround may be deleted, whatever the platform."""

from workarounds import _text
from workarounds.advice.evaluate import removal
from workarounds.advice.evaluate.assessment import RemovalStatus
from workarounds.advice.facts.bugs import Fixable
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.services import Service
from workarounds.advice.render import sentences


def explain(
    declaration: Fixable,
    *,
    dataset: Dataset,
    service: Service,
    release: str | None,
) -> str:
    """Return why all fixes are in what a service requires, as a clause.

    :param release: release that the code is part of, ``None`` if not known
    :returns: empty text if some fix is not, or is not known to be
    """
    # Without platforms, what the service requires decides alone.
    code = removal.Code(dataset, release, service, platforms=(), supported={})
    assessment, _ = code.assess(dataset.fixes_of(declaration))
    if assessment.status != RemovalStatus.REMOVABLE:
        return ''
    source = assessment.fields.get('minimum', {}).get('source')
    place = f'; see {_text.printable(source)}' if source else ''
    return f'{sentences.explain(assessment)}{place}'
