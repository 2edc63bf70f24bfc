# SPDX-License-Identifier: Apache-2.0
"""Data files of a service with two platforms, and fixes for them."""

import dataclasses
import datetime
from typing import Any
from typing import NamedTuple

from tests.advice import samples
import workarounds
from workarounds import advice

TODAY = datetime.date(2026, 11, 23)
DAY = datetime.timedelta(days=1)
YESTERDAY, TOMORROW = TODAY - DAY, TODAY + DAY
AGAIN = 'https://bugs.example.org/again'
PAGE = 'https://acme.example.org/bug'
FLOOR = 'https://service.example.org/minimum'


def tool(version: Any = '2.0.0', **fields: Any) -> workarounds.PackageFix:
    """Make a fix without a package."""
    return workarounds.PackageFix(component='tool', version=version, **fields)


def in_state(word: str, name: str = 'acme:1', **more: Any) -> Any:
    """Make a fix that a platform has, or of which it states a state."""
    stated: dict[str, Any] = {'state': word}
    if word == 'fixed':
        stated = {'fixed_in': '1-2'}
    package = workarounds.Package(name='tool-bin', evidence=PAGE, **stated)
    return tool(packages={name: package}, **more)


class Facts:
    """The content of the data files, which each test changes."""

    def __init__(self) -> None:
        self.platforms: dict[str, advice.Platform] = {}
        self.supported: dict[str, advice.Supported] = {}
        self.shipped: dict[str, advice.Shipped] = {}
        self.fixes: list[advice.FixData] = []
        self.service: dict[str, Any] = {'version': '34.0.0'}
        self.as_of: datetime.date | None = None

    def platform(
        self,
        name: str = 'acme:1',
        until: Any = 'end_of_life',
        ships: str | None = None,
        **dates: Any,
    ) -> None:
        """Add a platform that the service supports."""
        self.platforms[name] = advice.Platform(
            name, f'Title of {name}', 'dpkg', f'source of {name}', **dates
        )
        self.supported[name] = advice.Supported(f'why {name}', until)
        if ships:
            self.shipped[name] = advice.Shipped(ships, 'tool-bin', PAGE)

    def build(
        self,
        *declarations: Any,
        with_service: bool = True,
        service_version: str | None = None,
        as_of: datetime.date = TODAY,
    ) -> advice.Matrix:
        """Return the matrix of some declarations."""
        service = advice.Service(
            'svc', 'The Service', self.supported, **self.service
        )
        dataset = advice.Dataset(
            components={'tool': advice.Component('The Tool')},
            platforms=self.platforms,
            ships={'tool': self.shipped},
            fixes=self.fixes,
            as_of=self.as_of,
        )
        return advice.matrix(
            workarounds.Registry(*declarations),
            dataset,
            service=service if with_service else None,
            service_version=service_version,
            as_of=as_of,
        )

    def row(self, fix: Any, **how: Any) -> advice.Row:
        """Return the assessment of a workaround with one fix or several."""
        [row] = self.build(samples.declare(fix=fix), **how).rows
        return row


class PlatformCase(NamedTuple):
    """A fix on Acme 1, and the expected assessment of the platform."""

    name: str
    fix: workarounds.PackageFix
    status: str
    reason: str
    version: str = ''
    link: str = ''
    shipped: str | None = None
    minimum: str | None = None
    platform: str = 'acme:1'
    is_lower_bound: bool = False

    def row(self) -> advice.Row:
        """Return what is said."""
        facts = Facts()
        facts.platform(self.platform, ships=self.shipped)
        if self.is_lower_bound:
            shipped = facts.shipped[self.platform]
            facts.shipped[self.platform] = dataclasses.replace(
                shipped, is_lower_bound=True
            )
        if self.minimum:
            stated = advice.Stated(self.minimum, FLOOR)
            facts.service['requires'] = {'tool': stated}
        return facts.row(self.fix)


BACKPORTED = 'fix-may-be-backported'
FIRST = 'first-shipped-at-or-past-fix'
MINIMUM = 'minimum-version-past-fix'
NOT = 'not-affected'
_LOST = workarounds.Undetermined('nobody bisected it')
PLATFORMS = [
    PlatformCase(
        'has the fix',
        in_state('fixed'),
        'fixed',
        'platform-has-fix',
        'tool-bin 1-2',
        PAGE,
    ),
    *(
        PlatformCase(word, in_state(word), status, reason, 'tool-bin', PAGE)
        for word, status, reason in (
            ('unfixed', 'unfixed', 'platform-not-fixed'),
            ('wont-fix', 'unfixed', 'platform-will-not-fix'),
            ('end-of-life', 'unfixed', 'platform-end-of-life'),
            ('not-affected', 'not-affected', 'platform-never-affected'),
        )
    ),
    PlatformCase(
        'does not know',
        in_state('undetermined'),
        'unknown',
        'platform-fix-not-known',
    ),
    *(
        PlatformCase(
            f'has at least 2.0, {reason}',
            fix,
            status,
            reason,
            version,
            link,
            shipped='2.0',
            is_lower_bound=True,
        )
        for fix, status, reason, version, link in (
            (
                tool(),
                'not-affected',
                'lower-bound-at-or-past-fix',
                'The Tool 2.0',
                PAGE,
            ),
            (
                tool(
                    workarounds.Undetermined('nobody knows'),
                    affected='<=1.2.2',
                ),
                'not-affected',
                'lower-bound-not-affected',
                'The Tool 2.0',
                PAGE,
            ),
            (tool('3.0'), 'unknown', 'platform-fix-not-known', '', ''),
        )
    ),
    *(
        PlatformCase(
            f'shipped {version}',
            tool(),
            status,
            reason,
            f'The Tool {version}',
            PAGE,
            shipped=version,
        )
        for version, status, reason in (
            ('1.9.9', 'unknown', BACKPORTED),
            ('2.0.0rc1', 'unknown', BACKPORTED),
            ('2.0', 'not-affected', FIRST),
            ('2.10', 'not-affected', FIRST),
        )
    ),
    *(
        PlatformCase(
            f'requires {version}, shipped {shipped}',
            tool(),
            status,
            reason,
            said,
            link,
            shipped=shipped,
            minimum=version,
        )
        for version, shipped, status, reason, said, link in (
            (
                '2.0.0',
                None,
                'not-affected',
                MINIMUM,
                'The Tool 2.0.0 required',
                FLOOR,
            ),
            (
                '2.0.1',
                '1.0',
                'not-affected',
                MINIMUM,
                'The Tool 2.0.1 required',
                FLOOR,
            ),
            ('1.9.9', '1.0', 'unknown', BACKPORTED, 'The Tool 1.0', PAGE),
            ('1.9.9', None, 'unknown', 'platform-fix-not-known', '', ''),
        )
    ),
    *(
        PlatformCase(
            f'{affected} affected, shipped {shipped}, requires {minimum}',
            workarounds.PackageFix(component='tool', affected=affected),
            status,
            reason,
            version,
            link,
            shipped=shipped,
            minimum=minimum,
        )
        for affected, shipped, minimum, status, reason, version, link in (
            (
                '<=1.2.2',
                None,
                '8.0.0',
                NOT,
                'minimum-version-past-affected',
                'The Tool 8.0.0 required',
                FLOOR,
            ),
            (
                '==4.0.2',
                '4.0.3',
                None,
                NOT,
                'first-shipped-not-affected',
                'The Tool 4.0.3',
                PAGE,
            ),
            # A later minor release may have brought the bug.
            ('>=8', '7.0', '7', 'unknown', 'platform-fix-not-known', '', ''),
        )
    ),
    PlatformCase(
        'unfixed, whatever is required',
        in_state('unfixed'),
        'unfixed',
        'platform-not-fixed',
        'tool-bin',
        PAGE,
        minimum='9.0.0',
    ),
    PlatformCase(
        'fixed version not known',
        tool(_LOST),
        'unknown',
        'fixed-version-not-known',
        shipped='99.0.0',
        minimum='99.0.0',
    ),
    PlatformCase(
        'a row of the major release',
        in_state('fixed'),
        'unknown',
        'minor-release-not-known',
        'tool-bin 1-2',
        PAGE,
        platform='acme:1.4',
    ),
    PlatformCase(
        'a row of the major release, unfixed',
        in_state('unfixed'),
        'unfixed',
        'platform-not-fixed',
        'tool-bin',
        PAGE,
        platform='acme:1.4',
    ),
    PlatformCase(
        'no version',
        tool(),
        'unknown',
        'version-not-comparable',
        shipped='2:2.0',
    ),
    PlatformCase(
        'reopened',
        in_state('fixed', reopened=AGAIN),
        'unknown',
        'fix-reopened',
        'tool-bin 1-2',
        AGAIN,
    ),
    PlatformCase(
        'reopened, first shipped',
        tool(reopened=AGAIN),
        'unknown',
        'fix-reopened',
        'The Tool 2.0.0',
        AGAIN,
        shipped='2.0.0',
    ),
    PlatformCase(
        'reopened, not known',
        tool(reopened=AGAIN),
        'unknown',
        'platform-fix-not-known',
        '',
        AGAIN,
    ),
    PlatformCase(
        'reopened, unfixed',
        in_state('unfixed', reopened=AGAIN),
        'unfixed',
        'platform-not-fixed',
        'tool-bin',
        PAGE,
    ),
]


class RemovalCase(NamedTuple):
    """Fixes, and the expected assessment of the code on both platforms.

    The service is release 35.0.0 and runs beside 33.0.0 unless stated.
    """

    name: str
    fix: Any
    status: str
    reason: str
    blocked_by: list[str] = []  # noqa: RUF012 - it is never changed
    until: str | None = None
    release: str | None = '35.0.0'
    peer: str | None = '33.0.0'
    requires: dict[str, str] = {}  # noqa: RUF012 - it is never changed

    def row(self) -> advice.Row:
        """Return what is said."""
        facts = Facts()
        facts.service = {}
        if self.peer:
            peer = advice.Stated(self.peer, FLOOR)
            facts.service['oldest_peer'] = peer
        facts.service['requires'] = {
            name: advice.Stated(version, FLOOR)
            for name, version in self.requires.items()
        }
        facts.platform(end_of_life=TOMORROW)
        facts.platform('other:1', end_of_life=TOMORROW + DAY)
        return facts.row(self.fix, service_version=self.release)


def both(acme: str, other: str, **more: Any) -> Any:
    """Make a fix that Acme 1 and Other 1 have, or not."""
    packages: dict[str, workarounds.Package] = {}
    for name, word in (('acme:1', acme), ('other:1', other)):
        if word != 'unknown':
            packages |= in_state(word, name).packages
    return tool(packages=packages, **more)


def release(version: Any = '34.0.0', **fields: Any) -> workarounds.ReleaseFix:
    """Make a fix in a release of the service."""
    return workarounds.ReleaseFix(version=version, **fields)


NEVER = workarounds.NoFix('nobody works on it')
CHOICE = workarounds.Choice('it is up to you')
BY_HAND = workarounds.ManualFix('the kernel inside the guests')
BOTH = ['acme:1', 'other:1']
PAST, BEFORE = 'release-at-or-past-fix', 'release-before-fix'
#: Several fixes are all required, in any order.
SEVERAL: list[tuple[Any, ...]] = [
    ([both('fixed', 'fixed'), release()], 'removable', 'platforms-have-fix'),
    ([both('fixed', 'unknown'), release()], 'unknown', 'platforms-not-known'),
    (
        [release(), both('unfixed', 'fixed')],
        'blocked',
        'platforms-not-fixed',
        BOTH[:1],
        '2026-11-24',
    ),
    (
        [release('99.0.0'), both('fixed', 'fixed')],
        'blocked',
        'release-before-fix',
    ),
    (
        [both('unfixed', 'unknown'), BY_HAND],
        'blocked',
        'platforms-not-fixed',
        BOTH[:1],
        '2026-11-24',
    ),
    (
        [both('unfixed', 'fixed'), both('fixed', 'unfixed')],
        'blocked',
        'platforms-not-fixed',
        BOTH,
        '2026-11-25',
    ),
    # No day is promised if something without a day blocks too.
    (
        [both('unfixed', 'fixed'), NEVER],
        'blocked',
        'platforms-not-fixed',
        BOTH[:1],
    ),
    (
        [NEVER, both('unfixed', 'fixed')],
        'blocked',
        'will-not-be-fixed',
        BOTH[:1],
    ),
    ([BY_HAND, both('fixed', 'fixed')], 'unknown', 'cannot-be-seen-from-host'),
    ([CHOICE, both('fixed', 'fixed')], 'choice', 'preference'),
    ([CHOICE, BY_HAND], 'unknown', 'cannot-be-seen-from-host'),
]
#: One of these is enough.
ANY_OF: list[tuple[Any, ...]] = [
    ((NEVER, release()), 'removable', PAST),
    ((BY_HAND, NEVER), 'unknown', 'cannot-be-seen-from-host'),
    ((release('99.0.0'), NEVER), 'blocked', BEFORE),
    (
        (both('unfixed', 'fixed'), both('fixed', 'unfixed')),
        'removable',
        'platforms-have-fix',
    ),
    # All of it ends with the platform.
    (
        (NEVER, both('unfixed', 'fixed')),
        'blocked',
        'platforms-not-fixed',
        BOTH[:1],
        '2026-11-24',
    ),
    (
        (BY_HAND, both('unfixed', 'fixed')),
        'unknown',
        'cannot-be-seen-from-host',
    ),
]
REMOVALS = [
    *(
        RemovalCase(f'{first}, {second}', both(first, second), *said)
        for first, second, said in (
            ('fixed', 'fixed', ('removable', 'platforms-have-fix')),
            ('fixed', 'not-affected', ('removable', 'platforms-have-fix')),
            ('unknown', 'unknown', ('unknown', 'platforms-not-known')),
            ('fixed', 'unknown', ('unknown', 'platforms-not-known')),
            (
                'unfixed',
                'fixed',
                ('blocked', 'platforms-not-fixed', BOTH[:1], '2026-11-24'),
            ),
            (
                'unknown',
                'unfixed',
                ('blocked', 'platforms-not-fixed', BOTH[1:], '2026-11-25'),
            ),
            (
                'unfixed',
                'wont-fix',
                ('blocked', 'platforms-not-fixed', BOTH, '2026-11-25'),
            ),
        )
    ),
    RemovalCase(
        'fixed version not known',
        tool(_LOST),
        'unknown',
        'fixed-version-not-known',
    ),
    RemovalCase(
        'fixed version not known, one states it',
        workarounds.PackageFix(
            component='tool',
            version=_LOST,
            packages=in_state('fixed').packages,
        ),
        'unknown',
        'fixed-version-not-known',
    ),
    RemovalCase(
        'reopened on all',
        both('fixed', 'fixed', reopened=AGAIN),
        'unknown',
        'platforms-not-known',
    ),
    RemovalCase('never', NEVER, 'blocked', 'will-not-be-fixed'),
    RemovalCase(
        'content of a file',
        workarounds.FileFix('nova-rootwrap', lacks='pkg_resources'),
        'blocked',
        'depends-on-host',
    ),
    RemovalCase(
        'configuration',
        workarounds.ConfigFix('libvirt', 'images_type', other_than='rbd'),
        'blocked',
        'depends-on-configuration',
    ),
    *(
        RemovalCase(f'any, {number}', workarounds.AnyOf(*fixes), *case)
        for number, (fixes, *case) in enumerate(ANY_OF)
    ),
    RemovalCase('a choice', CHOICE, 'choice', 'preference'),
    RemovalCase('by hand', BY_HAND, 'unknown', 'cannot-be-seen-from-host'),
    RemovalCase(
        'release not stated',
        release(workarounds.Undetermined('nobody names one')),
        'unknown',
        'fixed-version-not-known',
    ),
    *(
        RemovalCase(f'release {version}', release(version), status, reason)
        for version, status, reason in (
            ('34.0.0', 'removable', 'release-at-or-past-fix'),
            ('35.0.0', 'removable', 'release-at-or-past-fix'),
            ('35.0.1', 'blocked', 'release-before-fix'),
        )
    ),
    RemovalCase(
        'release not known',
        release(),
        'unknown',
        'release-not-known',
        release=None,
    ),
    *(
        RemovalCase(
            f'{version} is not a release',
            release('35.0.1'),
            'unknown',
            'version-not-comparable',
            release=version,
        )
        for version in ('master', '35.0.0_1!')
    ),
    RemovalCase(
        'release reopened',
        release(reopened=AGAIN),
        'unknown',
        'fix-reopened',
    ),
    *(
        RemovalCase(
            f'oldest peer {peer}',
            release(scope='deployment'),
            status,
            reason,
            peer=peer,
        )
        for peer, status, reason in (
            ('33.9.9', 'blocked', 'oldest-peer-before-fix'),
            ('34.0.0.0rc1', 'blocked', 'oldest-peer-before-fix'),
            ('34.0.0', 'removable', 'oldest-peer-past-fix'),
            ('34.0.1', 'removable', 'oldest-peer-past-fix'),
            (None, 'unknown', 'oldest-peer-not-known'),
        )
    ),
    RemovalCase(
        'its own code before the fix, which every host must have',
        release('36.0.0', scope='deployment'),
        'blocked',
        'release-before-fix',
        peer=None,
    ),
    *(
        RemovalCase(
            f'open in 34.0.0, release {version}',
            workarounds.ReleaseFix(open_in='34.0.0'),
            status,
            reason,
            release=version,
        )
        for version, status, reason in (
            ('33.0.0', 'blocked', 'open-as-of-release'),
            ('34.0.0', 'blocked', 'open-as-of-release'),
            ('34.0.1.dev3', 'blocked', 'open-as-of-release'),
            ('35.0.0', 'unknown', 'later-release-not-known'),
            (None, 'unknown', 'release-not-known'),
        )
    ),
    *(
        RemovalCase(
            f'a release of neutron, beside {version}',
            release('28.0.0', project='neutron', scope='deployment'),
            status,
            reason,
            requires={'neutron': version} if version else {},
        )
        for version, status, reason in (
            ('28.0.0', 'removable', 'oldest-peer-past-fix'),
            ('27.0.0', 'blocked', 'oldest-peer-before-fix'),
            (None, 'unknown', 'oldest-peer-not-known'),
        )
    ),
    *(
        RemovalCase(f'several, {number}', *case)
        for number, case in enumerate(SEVERAL)
    ),
]
