# SPDX-License-Identifier: Apache-2.0
"""Whether a service's own release has a fix: on a host, and in the code."""

import dataclasses

from workarounds.advice.evaluate import judgement
from workarounds.advice.evaluate.judgement import Judgement
from workarounds.advice.facts import versions
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.services import Service
from workarounds.declarations.fixes import ReleaseFix
from workarounds.declarations.fixes import Undetermined

_Judgement = Judgement


def on_host(fix: ReleaseFix, running: str | Unknown) -> _Judgement:
    """Tell whether a host has a fix.

    :param running: the release that runs there
    """
    fixed = fix.version
    if isinstance(fixed, Undetermined):
        return _not_known(fixed)
    everywhere = fix.scope == 'deployment'
    if isinstance(running, Unknown):
        where = 'every host' if everywhere else 'this host'
        return _Judgement(
            None,
            f'{where} must have release {fixed} or a later one, and what is '
            f'here is not known: {running.reason}; give --service-version',
        )
    if not versions.is_at_least('python', running, fixed):
        also = ', which every host must have' if everywhere else ''
        return _Judgement(
            False,
            f'this host has release {running}, before the fix in '
            f'{fixed}{also}',
        )
    if everywhere:
        return _Judgement(
            None,
            f'every host must have release {fixed} or a later one; this one '
            f'has {running}, so look at the others',
        )
    past = judgement.at_or_past('python', running, fixed)
    return _Judgement(
        True, f'this host has release {running}, {past} the fix in {fixed}'
    )


@dataclasses.dataclass(frozen=True)
class Release:
    """The release of a service whose code is looked at.

    :param version: ``None`` if nobody says
    :param service: what the service says of itself, if it does
    """

    version: str | None
    service: Service | None

    def judge(self, fix: ReleaseFix) -> _Judgement:
        """Tell whether all that may run this code has a fix."""
        fixed = fix.version
        if isinstance(fixed, Undetermined):
            return _not_known(fixed)
        if fix.scope == 'host':
            return self._own(fixed)
        peer = self.service.oldest_peer if self.service else None
        if peer is None:
            return _Judgement(
                None,
                f'every host must have release {fixed} or a later one, and '
                f'no data file says which releases may run beside each other',
            )
        if versions.is_at_least('python', peer.version, fixed):
            past = judgement.at_or_past('python', peer.version, fixed)
            return _Judgement(
                True,
                f'every release that may run beside this one is '
                f'{peer.version} or later ({peer.source}), {past} the fix in '
                f'{fixed}',
            )
        return _Judgement(
            False,
            f'release {peer.version}, which is before the fix in {fixed}, '
            f'may still run beside this one ({peer.source})',
        )

    def _own(self, fixed: str) -> _Judgement:
        if self.version is None:
            return _Judgement(
                None,
                f'release {fixed} has the fix, and no data file says of which '
                f'release this code is',
            )
        if versions.is_at_least('python', self.version, fixed):
            past = judgement.at_or_past('python', self.version, fixed)
            return _Judgement(
                True, f'release {self.version} is {past} the fix in {fixed}'
            )
        return _Judgement(
            False, f'release {self.version} is before the fix in {fixed}'
        )


def _not_known(fixed: Undetermined) -> _Judgement:
    return _Judgement(
        None, f'the release with the fix is not known: {fixed.reason}'
    )
