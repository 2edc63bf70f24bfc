# SPDX-License-Identifier: Apache-2.0
"""Whether one fix holds on one host."""

from workarounds import exceptions
from workarounds.advice import _host
from workarounds.advice import _judgement
from workarounds.advice import _knowledge
from workarounds.advice import _package_judge
from workarounds.advice import _release_judge
from workarounds.declarations.fixes import Fix
from workarounds.declarations.fixes import ManualFix
from workarounds.declarations.fixes import NoFix
from workarounds.declarations.fixes import ReleaseFix

_Judgement = _judgement.Judgement


def judge(
    fix: Fix, host: _host.Host, knowledge: _knowledge.Knowledge
) -> _Judgement:
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
            judgement = _release_judge.on_host(fix, host.service_version)
        else:
            judge_of_it = _package_judge.PackageJudge(fix, host, knowledge)
            judgement = judge_of_it.judge()
    except exceptions.InvalidVersionError as error:
        return _Judgement(None, str(error))
    return _judgement.reopened(judgement, fix.reopened)
