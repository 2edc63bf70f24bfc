# SPDX-License-Identifier: Apache-2.0
"""Whether one fix is in place: on a host, a platform, or for some code.

Both questions are answered here, so that they cannot contradict each other.
"""

from workarounds.advice.evaluate import config_fix
from workarounds.advice.evaluate import evidence
from workarounds.advice.evaluate import file_fix
from workarounds.advice.evaluate import package_fix
from workarounds.advice.evaluate import release_fix
from workarounds.advice.evaluate.target import Evaluation
from workarounds.advice.evaluate.target import Fields
from workarounds.advice.evaluate.target import Target
from workarounds.advice.facts import versions
from workarounds.declarations.fixes import AnyOf
from workarounds.declarations.fixes import Choice
from workarounds.declarations.fixes import ConfigFix
from workarounds.declarations.fixes import FileFix
from workarounds.declarations.fixes import Fix
from workarounds.declarations.fixes import ManualFix
from workarounds.declarations.fixes import NoFix
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import ReleaseFix
from workarounds.declarations.fixes import SingleFix

#: What is evaluated by facts.
_Compared = PackageFix | ReleaseFix | ConfigFix | FileFix


def evaluate(fix: Fix, target: Target) -> Evaluation:
    """Return whether a fix is in place.

    :param fix: fix, with the additions of the data files
    """
    if isinstance(fix, AnyOf):
        return evidence.choose(
            [evaluate(single, target) for single in fix.fixes]
        )
    if isinstance(fix, ManualFix | NoFix | Choice):
        return _stated(fix)
    try:
        evaluation = _evaluate(fix, target)
    except versions.IncomparableVersionError as error:
        evaluation = Evaluation(
            None,
            'version-not-comparable',
            {'version': error.version, 'scheme': error.scheme},
        )
    evaluation = evaluation.extended(**_subject(fix, target), bug=fix.bug)
    if isinstance(fix, ConfigFix | FileFix) or not fix.reopened:
        return evaluation
    evaluation = evaluation.extended(reopened=fix.reopened)
    if evaluation.is_fixed:
        fields = {**evaluation.fields, 'otherwise': evaluation.reason}
        return Evaluation(None, 'fix-reopened', fields)
    return evaluation


def _stated(fix: ManualFix | NoFix | Choice) -> Evaluation:
    """Return an evaluation that does not depend on facts."""
    match fix:
        case NoFix(reason):
            return Evaluation(False, 'will-not-be-fixed', {'detail': reason})
        case Choice(reason):
            return Evaluation(None, 'preference', {'detail': reason})
        case ManualFix(description):
            return Evaluation(
                None, 'cannot-be-seen-from-host', {'detail': description}
            )


def _subject(fix: SingleFix, target: Target) -> Fields:
    """Return the fields that name what is fixed, and where."""
    if not isinstance(fix, PackageFix):
        return {}
    known = isinstance(fix.version, str)
    return {
        'component': fix.component,
        'title': target.dataset.title(fix.component),
        'fixed_in': fix.version if known else None,
        **target.place,
    }


def _evaluate(fix: _Compared, target: Target) -> Evaluation:
    match fix:
        case ConfigFix():
            return config_fix.evaluate(fix, target)
        case FileFix():
            return file_fix.evaluate(fix, target)
        case ReleaseFix():
            return release_fix.evaluate(fix, target)
        case PackageFix():
            return package_fix.evaluate(fix, target)
