# SPDX-License-Identifier: Apache-2.0
"""For any facts: no contradictions, and more facts never hurt.

A world has consistent facts: for example, a program is as old as the package
that contains it. A test gives some of the facts, then one more. A platform has
two packages of the same component.
"""

from collections.abc import Callable
from collections.abc import Sequence
from collections.abc import Set
import dataclasses
import datetime
from typing import Any

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies

from tests.advice import samples
import workarounds
from workarounds import advice

SERVICE_RELEASE = '34.0.0'
#: By platform: versions of its own packages with upstream's, the last one
#: with all updates; then a foreign one.
_PACKAGES: dict[str, list[tuple[str, str]]] = {
    'debian:12': [
        ('1:7.2+dfsg-7', '7.2'),
        ('1:7.2+dfsg-7+deb12u4', '7.2'),
        ('1:7.2+dfsg-7+deb12u9', '7.2'),
        ('1:8.2.1+ds-1~bpo12+1', '8.2.1'),
    ],
    'rocky:9': [
        ('17:6.2.0-11.el9', '6.2.0'),
        ('17:6.2.0-12.el9', '6.2.0'),
        ('17:9.0.0-10.el9_4', '9.0.0'),
        ('17:8.2.0-1.el8', '8.2.0'),
    ],
    # Its lower bound is known: the second version.
    'centos:10': [
        ('18:9.0.0-9.el10', '9.0.0'),
        ('18:9.1.0-10.el10', '9.1.0'),
        ('18:10.0.0-1.el10', '10.0.0'),
        ('18:9.2.0-1.el9', '9.2.0'),
    ],
}
_NEWEST = 2
_FIXED_IN = {
    'debian:12': ['1:7.2+dfsg-7', '1:7.2+dfsg-7+deb12u5'],
    'rocky:9': ['17:6.2.0-11.el9', '17:9.0.0-10.el9_4'],
    'centos:10': ['18:9.0.0-9.el10', '18:9.1.0-11.el10'],
}
_NAMES = {
    'debian:12': 'qemu-utils',
    'rocky:9': 'qemu-img',
    'centos:10': 'qemu-img',
}
#: The other package of the component, for which a platform may state its fix.
_OTHER_NAMES = {
    'debian:12': 'qemu-system-x86',
    'rocky:9': 'qemu-kvm',
    'centos:10': 'qemu-kvm',
}
_VENDORS = {'rocky:9': samples.ROCKY, 'centos:10': 'CentOS'}
#: The kinds of facts, and the fields that name one of that kind.
NAMED_BY = {
    'row': {'stated'},
    'ships': {'first_shipped', 'lower_bound'},
    'platforms': {'installed', 'marks', 'vendor'},
    'service': {'minimum', 'oldest_peer', 'release'},
    'release': {'minimum', 'oldest_peer', 'release'},
    'program': {'reported'},
    'package': {'installed', 'mark', 'marks'},
    'other': {'installed', 'mark', 'marks', 'package'},
}
_STATES = ('unfixed', 'wont-fix', 'not-affected', 'undetermined')
_DECIDED = ('needed', 'not-needed')


@dataclasses.dataclass(frozen=True)
class World:
    """A host, its platform and its service.

    :param row: statement of the platform about one of its packages
    :param minimum: the version that the service requires
    :param peer: the oldest release that may run beside it
    :param package: the version of the package that is installed
    :param other: that of the other package; empty if it is not installed
    """

    platform: str
    fix: Any
    row: workarounds.Package
    minimum: str
    peer: str
    package: str
    other: str
    program: advice.Reported
    release: str

    @property
    def names(self) -> dict[str, str]:
        """The names of both packages by the facts about them."""
        return {
            'package': _NAMES[self.platform],
            'other': _OTHER_NAMES[self.platform],
        }

    def _installed(self, fact: str) -> advice.Installed | advice.Unknown:
        version = {'package': self.package, 'other': self.other}[fact]
        if not version:
            return advice.Unknown(f'{self.names[fact]} is not installed')
        return advice.Installed(version, _VENDORS.get(self.platform, ''))

    @property
    def service(self) -> advice.Service:
        """The facts of the service."""
        return advice.Service(
            'svc',
            'The Service',
            {self.platform: advice.Supported('here')},
            version=SERVICE_RELEASE,
            oldest_peer=advice.Stated(self.peer, 'here'),
            requires={'qemu': advice.Stated(self.minimum, 'here')},
        )

    def dataset(self, known: Set[str]) -> advice.Dataset:
        """Return the data files with some of the facts."""
        dataset = samples.DATASET
        if 'ships' not in known:
            dataset = dataclasses.replace(dataset, ships={})
        if 'platforms' not in known:
            dataset = dataclasses.replace(dataset, platforms={})
        if 'row' in known:
            packages = {self.platform: self.row}
            data = advice.FixData('qemu', samples.BUG, packages)
            dataset = dataclasses.replace(dataset, fixes=[data])
        return dataset

    def assess(self, known: Set[str]) -> advice.Assessment:
        """Return the assessment of the host with some of the facts."""
        host = samples.host(
            self.platform,
            {
                name: self._installed(fact)
                for fact, name in self.names.items()
                if fact in known
            },
            self.program if 'program' in known else None,
        )
        if 'release' in known:
            host = dataclasses.replace(host, service_version=self.release)
        return advice.assess(
            workarounds.Registry(samples.declare(fix=self.fix)),
            host,
            self.dataset(known),
            self.service if 'service' in known else None,
        )['flush']

    def removal(self, known: Set[str]) -> advice.Assessment:
        """Return whether the code may be deleted."""
        matrix = advice.matrix(
            workarounds.Registry(samples.declare(fix=self.fix)),
            self.dataset(known | {'platforms'}),
            service=self.service,
            service_version=self.release,
            as_of=datetime.date(2026, 11, 23),
        )
        return matrix.rows[0].assessment


_UPSTREAM = strategies.sampled_from(
    ['1.2.2', '2.2.0', '6.2.0', '7.2', '8.0.0', '9.0.0', '9.1.0', '99.0.0']
)
_RELEASES = strategies.sampled_from(['33.0.0', '34.0.0', '35.0.0'])
_AFFECTED = strategies.sampled_from(['<=1.2.2', '<8', '==7.2', '>=8.0.0'])
_FIXES = strategies.one_of(
    strategies.builds(
        workarounds.PackageFix,
        component=strategies.just('qemu'),
        version=_UPSTREAM,
        affected=strategies.none() | _AFFECTED,
    ),
    strategies.builds(
        workarounds.PackageFix,
        component=strategies.just('qemu'),
        affected=_AFFECTED,
    ),
    strategies.builds(
        workarounds.ReleaseFix,
        version=_RELEASES,
        scope=strategies.sampled_from(['host', 'deployment']),
    ),
    strategies.builds(workarounds.ReleaseFix, open_in=_RELEASES),
    strategies.just(workarounds.NoFix('nobody works on it')),
    strategies.just(workarounds.Choice('the old way, or the new one')),
)


#: One of these is enough, or all are required.
_SEVERAL = strategies.lists(_FIXES, min_size=2, max_size=3)
_ANY_FIXES = strategies.one_of(
    _FIXES,
    _SEVERAL,
    _SEVERAL.map(lambda fixes: workarounds.AnyOf(*fixes)),
)


@strategies.composite
def worlds(
    draw: Callable[..., Any], *, is_updated: bool = False, fixes: Any = _FIXES
) -> World:
    """Draw a world.

    :param is_updated: its host has all updates, and nothing else
    """
    platform = draw(strategies.sampled_from(list(_PACKAGES)))
    versions = _PACKAGES[platform]
    number = (
        _NEWEST
        if is_updated
        else draw(strategies.integers(0, len(versions) - 1))
    )
    package, upstream = versions[number]
    names = _NAMES[platform], _OTHER_NAMES[platform]
    statement = draw(
        strategies.sampled_from(
            [
                *({'fixed_in': version} for version in _FIXED_IN[platform]),
                *({'state': state} for state in _STATES),
            ]
        )
    )
    row = workarounds.Package(
        name=draw(strategies.sampled_from(names)), **statement
    )
    others = versions[_NEWEST:][:1] if is_updated else versions
    if not is_updated or row.name == names[0]:
        others = [('', ''), *others]
    other, other_upstream = draw(strategies.sampled_from(others))
    owner = names[0]
    if other and draw(strategies.booleans()):
        owner, upstream = names[1], other_upstream
    program = advice.Reported(
        upstream,
        '/usr/bin/qemu-img',
        draw(strategies.sampled_from([None, owner])),
    )
    if not is_updated and draw(strategies.booleans()):
        program = advice.Reported(
            draw(_UPSTREAM), '/usr/local/bin/qemu-img', ''
        )
    return World(
        platform,
        draw(fixes),
        row,
        minimum=draw(_UPSTREAM),
        peer=draw(strategies.sampled_from(['32.0.0', '33.0.0', '34.0.0'])),
        package=package,
        other=other,
        program=program,
        release=draw(_RELEASES),
    )


_KNOWN = strategies.sets(strategies.sampled_from(sorted(NAMED_BY)))


@given(world=worlds(), order=strategies.permutations(sorted(NAMED_BY)))
@settings(deadline=None, max_examples=500)
def test_a_further_fact_never_makes_an_answer_worse(
    world: World, order: Sequence[str]
) -> None:
    after = world.assess(set())
    for number, further in enumerate(order):
        before, after = after, world.assess(set(order[: number + 1]))
        if before.status not in _DECIDED:
            continue
        facts = order[:number], further, before, after
        assert after.status in _DECIDED, facts
        if after.status != before.status:
            assert NAMED_BY[further] & set(after.fields), facts
            if further in world.names and 'installed' in after.fields:
                assert world.names[further] in advice.explain(after), facts


@given(world=worlds(is_updated=True, fixes=_ANY_FIXES), known=_KNOWN)
@settings(deadline=None, max_examples=300)
def test_both_questions_have_answers_that_agree(
    world: World, known: Set[str]
) -> None:
    """A host that has all updates is what the matrix is about."""
    host = world.assess(known | {'package', 'other', 'release', 'service'})
    code = world.removal(known)
    contradictions = {
        ('needed', 'removable'),
        ('not-needed', 'blocked'),
    }
    assert (host.status, code.status) not in contradictions, (host, code)
    if isinstance(world.fix, workarounds.Choice):
        assert (host.status, code.status) == ('choice', 'choice')
