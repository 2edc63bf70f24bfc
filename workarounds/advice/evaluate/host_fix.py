# SPDX-License-Identifier: Apache-2.0
"""Whether one fix holds on one host."""

from workarounds import exceptions
from workarounds.advice.evaluate import judgement as evaluate_judgement
from workarounds.advice.evaluate import release_fix
from workarounds.advice.evaluate.judgement import Judgement
from workarounds.advice.evaluate.package_fix import PackageJudge
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Host
from workarounds.declarations.fixes import Fix
from workarounds.declarations.fixes import ManualFix
from workarounds.declarations.fixes import NoFix
from workarounds.declarations.fixes import ReleaseFix

_Judgement = Judgement


def judge(fix: Fix, host: Host, dataset: Dataset) -> _Judgement:
    """Tell whether a fix holds on a host.

    :param fix: with all that data files add to it
    """
    match fix:
        case NoFix(reason):
            return _Judgement(False, f'it will never be fixed: {reason}')
        case ManualFix(description):
            return _Judgement(
                None,
                f'this cannot be seen on the host; look at: {description}',
            )
    try:
        if isinstance(fix, ReleaseFix):
            judgement = release_fix.on_host(fix, host.service_version)
        else:
            judge_of_it = PackageJudge(fix, host, dataset)
            judgement = judge_of_it.judge()
    except exceptions.InvalidVersionError as error:
        return _Judgement(None, str(error))
    return evaluate_judgement.reopened(judgement, fix.reopened)
