# SPDX-License-Identifier: Apache-2.0
"""Whether an upstream version has a bug, by the fix or affected versions."""

from typing import Any

from workarounds.advice.evaluate.target import Evaluation
from workarounds.advice.evaluate.target import Fields
from workarounds.advice.facts import versions
from workarounds.declarations.fixes import PackageFix

#: By what has a version: the reasons why that version does not have the bug,
#: because of the fix or because it is not an affected one.
_FREE = {
    'first-shipped': (
        'first-shipped-at-or-past-fix',
        'first-shipped-not-affected',
    ),
    'lower-bound': ('lower-bound-at-or-past-fix', 'lower-bound-not-affected'),
    'minimum': ('minimum-version-past-fix', 'minimum-version-past-affected'),
    'program': ('program-at-or-past-fix', 'program-not-affected'),
    'python-package': (
        'python-package-at-or-past-fix',
        'python-package-not-affected',
    ),
}


def evaluate(
    fix: PackageFix,
    version: str,
    kind: str,
    fields: Fields,
    *,
    from_there_on: bool = False,
) -> Evaluation:
    """Return whether a version is free of the bug.

    :param kind: source of the version: ``program``, ``minimum`` and so on
    :param from_there_on: whether every later version must be free of the bug
        too
    :raises workarounds.advice.facts.versions.IncomparableVersionError: the
        version cannot be compared
    """
    found: dict[str, Any] = dict(fields)
    if fix.affected and (
        versions.is_past(fix.affected, version)
        if from_there_on
        else not versions.is_in(fix.affected, version)
    ):
        found['affected'] = fix.affected
        return Evaluation(True, _FREE[kind][1], found)
    if isinstance(fix.version, str):
        if versions.is_at_least('upstream', version, fix.version):
            return Evaluation(True, _FREE[kind][0], found)
    elif fix.affected:
        found['affected'] = fix.affected
    # This holds unless the fix was backported, which the caller decides.
    return Evaluation(False, f'{kind}-before-fix', found)


def doubt(
    fix: PackageFix, version: str, evaluation: Evaluation
) -> Evaluation | None:
    """Return that a version without the fix may have it backported."""
    if fix.affected and not versions.is_in(fix.affected, version):
        # It is older than the bug, but a later update may have introduced it.
        return None
    return Evaluation(None, 'fix-may-be-backported', evaluation.fields)
