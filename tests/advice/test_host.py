# SPDX-License-Identifier: Apache-2.0
"""Assessments of hosts: one fix, then several."""

import dataclasses
import datetime
from typing import Any

import pytest

from tests.advice import host_cases
from tests.advice import samples
from tests.advice.host_cases import Case
import workarounds
from workarounds import advice
from workarounds import data
from workarounds.advice import HostReason
from workarounds.advice import HostStatus
from workarounds.advice.evaluate.fields import FIELDS


@pytest.mark.parametrize(
    'case', host_cases.CASES, ids=[case.name for case in host_cases.CASES]
)
def test_a_host_is_assessed_by_the_first_facts_that_decide(
    case: Case,
) -> None:
    found = samples.assess(case.fix, case.host, samples.DATASET)
    assert (found.status, found.reason) == (case.status, case.reason)
    assert {key: found.fields.get(key) for key in case.fields} == case.fields
    assert set(found.fields) <= set(FIELDS)
    assert advice.explain(found)


def test_a_hostile_version_is_not_repeated_in_full() -> None:
    host = advice.Host('debian:12', service_version='9' * 10_000_000)
    found = samples.assess(host_cases.HERE, host, samples.DATASET)
    assert len(advice.explain(found)) < 200


@pytest.mark.parametrize(
    ('fixed_in', 'version', 'status'),
    [
        ('1:8.0~rc1-1', '1:8.0-1+deb12u1', 'not-needed'),
        ('1:8.0-1', '1:8.0~rc1-1+deb12u1', 'needed'),
        ('1:8.0-1', '1:8.0-1+deb12u1', 'not-needed'),
        ('1:8.0-1~deb12u1', '1:8.0-1~deb12u1', 'not-needed'),
        ('1:8.0-1', '1:8.0-1~deb12u1', 'needed'),
        # An epoch outweighs every number.
        ('2:1.0-1', '1:9.0-1+deb12u1', 'needed'),
        ('1:9.0-1', '2:1.0-1+deb12u1', 'not-needed'),
        ('9.0-1', '1:8.0-1+deb12u1', 'not-needed'),
    ],
)
def test_tildes_and_epochs_are_those_of_debian_policy(
    fixed_in: str, version: str, status: str
) -> None:
    fix = host_cases.stated('qemu-block', 'debian:12', fixed_in)
    host = samples.host('debian:12', {'qemu-block': version})
    assert samples.assess(fix, host, samples.DATASET).status == status


def test_the_data_that_come_with_the_library_doubt_a_held_package() -> None:
    # That of 22.04 on a host that was upgraded to 24.04.
    dataset = advice.read_data([data.PLATFORMS])
    host = samples.host(
        'ubuntu:24.04', {'libvirt-daemon': '8.0.0-1ubuntu7.13'}
    )
    fix = samples.fixed('9.0.0', component='libvirt')
    found = samples.assess(fix, host, dataset)
    assert found.reason == HostReason.PACKAGE_NOT_PUBLISHED
    assert found.fields['first_package_version'] == '10.0.0-2ubuntu8'


#: By platform, how it is known to be newer, if it is.
NEWER: dict[str, dict[str, str]] = {
    'ubuntu:28.04': {'newest_known': 'ubuntu:24.04'},
    'debian:14.1': {'newest_known': 'debian:13'},
    'sles:16.0': {'newest_known': 'sles:15.6'},
    'fedora:44': {'released': '2026-11-24'},
    'fedora:45': {'newest_known': 'fedora:44'},
    # Not a newer one.
    'debian:9': {},
    'ubuntu:23.10': {},
    'rocky:10rc1': {},
    'acme:1': {},
}


def on_newer(platform: str) -> advice.Assessment:
    """Assess a fix on a host of which nothing else is known."""
    row = advice.Platform(
        'fedora:44',
        'Fedora 44',
        'rpm',
        samples.SOURCE,
        released=datetime.date(2026, 11, 24),
    )
    dataset = dataclasses.replace(
        samples.DATASET,
        platforms={**samples.DATASET.platforms, 'fedora:44': row},
        as_of=datetime.date(2026, 11, 23),
    )
    return samples.assess(samples.fixed(), samples.host(platform), dataset)


@pytest.mark.parametrize('platform', NEWER)
def test_a_platform_newer_than_the_facts_is_called_so(platform: str) -> None:
    found = on_newer(platform)
    assert found.status == HostStatus.UNKNOWN
    if not NEWER[platform]:
        assert found.reason == HostReason.PROGRAM_VERSION_NOT_KNOWN
        return
    assert found.reason == HostReason.PLATFORM_NEWER_THAN_FACTS
    assert found.fields['facts_as_of'] == '2026-11-23'
    assert found.fields.items() >= NEWER[platform].items()


def test_a_program_with_the_fix_decides_on_a_newer_platform() -> None:
    host = samples.host('ubuntu:28.04', qemu=advice.Reported('11.0.0'))
    found = samples.assess(samples.fixed(), host, samples.DATASET)
    assert found.reason == HostReason.PROGRAM_AT_OR_PAST_FIX


HOLDS = samples.fixed('2.2.0')
HOLDS_TOO = workarounds.ReleaseFix(version='29.0.0')
OPEN = workarounds.ReleaseFix(version='31.0.0')
NEVER = workarounds.NoFix('nobody works on it')
LOOK = workarounds.ManualFix('the kernel inside the guests')
EVERYWHERE = workarounds.ReleaseFix(version='29.0.0', scope='deployment')
OLD = workarounds.PackageFix(component='qemu', affected='<=1.2.2')
AGAIN = workarounds.ReleaseFix(version='29.0.0', reopened=host_cases.LINK)
HOST = dataclasses.replace(
    host_cases.debian('1:7.2+dfsg-7+deb12u18'), service_version='30.0.0'
)


@pytest.mark.parametrize(
    ('fixes', 'status', 'reason'),
    [
        ([HOLDS], 'not-needed', 'first-shipped-at-or-past-fix'),
        ([HOLDS, HOLDS_TOO], 'not-needed', 'first-shipped-at-or-past-fix'),
        ([HOLDS, OPEN], 'needed', 'release-before-fix'),
        ([OPEN, HOLDS, LOOK], 'needed', 'release-before-fix'),
        ([NEVER, OPEN, HOLDS], 'needed', 'will-not-be-fixed'),
        ([HOLDS, LOOK], 'unknown', 'cannot-be-seen-from-host'),
        ([EVERYWHERE, LOOK, HOLDS], 'unknown', 'other-hosts-not-known'),
        ([HOLDS, AGAIN], 'unknown', 'fix-reopened'),
    ],
)
def test_of_several_fixes_the_first_of_the_worst_decides(
    fixes: list[Any], status: str, reason: str
) -> None:
    found = samples.assess(fixes, HOST, samples.DATASET)
    assert (found.status, found.reason) == (status, reason)
    assert len(found.fields.get('fixes', [None])) == len(fixes)


ANY_OF: list[tuple[Any, str, str, int]] = [
    ([OPEN, HOLDS], 'not-needed', 'first-shipped-at-or-past-fix', 0),
    ([OPEN, LOOK], 'unknown', 'cannot-be-seen-from-host', 1),
    ([OPEN, NEVER], 'needed', 'release-before-fix', 1),
]


@pytest.mark.parametrize(('fixes', 'status', 'reason', 'others'), ANY_OF)
def test_one_of_several_alternatives_is_enough(
    fixes: list[Any], status: str, reason: str, others: int
) -> None:
    fix = workarounds.AnyOf(*fixes)
    found = samples.assess(fix, HOST, samples.DATASET)
    assert (found.status, found.reason) == (status, reason)
    assert len(found.fields.get('alternatives', [])) == others
    for other in fixes if others else []:
        [alone] = [samples.assess(other, HOST, samples.DATASET)]
        assert advice.explain(alone) in advice.explain(found)


def test_several_fixes_are_all_among_the_fields_with_their_bugs() -> None:
    bugs = [f'{samples.BUG}{number}' for number in range(2)]
    fixes = [
        workarounds.ReleaseFix(version=version, bug=bug)
        for version, bug in zip(('31.0.0', '29.0.0'), bugs, strict=True)
    ]
    found = samples.assess(fixes, HOST, samples.DATASET, bugs=bugs)
    assert found.fields['fixes'] == [
        {
            'bug': bugs[0],
            'status': 'needed',
            'reason': 'release-before-fix',
            'fields': {
                'fixed_in': '31.0.0',
                'release': '30.0.0',
                'scope': 'host',
            },
        },
        {
            'bug': bugs[1],
            'status': 'not-needed',
            'reason': 'release-at-or-past-fix',
            'fields': {
                'fixed_in': '29.0.0',
                'release': '30.0.0',
                'scope': 'host',
            },
        },
    ]
    assert advice.explain(found) == (
        f'1 of 2 required fixes is missing: {bugs[0]}: release 30.0.0 is '
        f'before the fix in 31.0.0. In place: {bugs[1]}: release 30.0.0 '
        f'includes the fix (29.0.0)'
    )


@pytest.mark.parametrize('component', ['qemu', 'libvirt'])
def test_a_fix_that_a_data_file_reopens_is_no_longer_enough(
    component: str,
) -> None:
    reopened = advice.FixData(component, samples.BUG, reopened=host_cases.LINK)
    dataset = dataclasses.replace(samples.DATASET, fixes=[reopened])
    found = samples.assess(HOLDS, HOST, dataset)
    is_meant = component == 'qemu'
    assert (found.status == HostStatus.UNKNOWN) is is_meant
    assert ('reopened' in found.fields) is is_meant


BY_SERVICE = [OLD, samples.fixed('6.0.0'), EVERYWHERE]


def by_service(fix: Any, release: Any = '34.0.0') -> advice.Assessment:
    """Assess a host of which nothing is known but the service's release."""
    service = advice.Service(
        'svc',
        'The Service',
        {},
        version='34.0.0',
        oldest_peer=advice.Stated('33.0.0', samples.SOURCE),
        requires={'qemu': advice.Stated('6.2.0', samples.SOURCE)},
    )
    host = advice.Host('arch:rolling', service_version=release)
    registry = workarounds.Registry(samples.declare(fix=fix))
    return advice.assess(registry, host, samples.DATASET, service)['flush']


@pytest.mark.parametrize(
    ('release', 'fix', 'reason'),
    [
        ('34.0.0', OLD, 'minimum-version-past-affected'),
        ('35.0.0', OLD, 'minimum-version-past-affected'),
        ('34.0.0', samples.fixed('6.0.0'), 'minimum-version-past-fix'),
        ('34.0.0', EVERYWHERE, 'oldest-peer-past-fix'),
        # Of another release, nothing is known.
        ('33.0.0', OLD, 'program-version-not-known'),
        (host_cases.NOBODY, OLD, 'program-version-not-known'),
        ('2026.2-hibiscus', OLD, 'program-version-not-known'),
        ('2026.2', OLD, 'program-version-not-known'),
        ('33.0.0', EVERYWHERE, 'other-hosts-not-known'),
    ],
)
def test_what_the_service_requires_counts_on_its_hosts(
    release: Any, fix: Any, reason: str
) -> None:
    found = by_service(fix, release)
    assert found.reason == reason
    assert found.status == (
        'unknown' if 'not-known' in reason else 'not-needed'
    )
    assert advice.explain(found)


def test_what_the_service_requires_is_not_said_against_a_good_answer() -> None:
    service = advice.Service(
        'svc',
        'The Service',
        {},
        version='34.0.0',
        requires={'qemu': advice.Stated('2.2.0', samples.SOURCE)},
    )
    registry = workarounds.Registry(
        samples.declare(fix=host_cases.NOT_IN_BLOCK)
    )
    host = dataclasses.replace(
        host_cases.debian(host_cases.FIRST), service_version='34.0.0'
    )
    answers = [
        advice.assess(registry, host, samples.DATASET, known)['flush']
        for known in (None, service)
    ]
    assert [answer.status for answer in answers] == ['not-needed'] * 2


def test_all_workarounds_of_a_registry_are_assessed() -> None:
    registry = workarounds.Registry(
        samples.declare('a', fix=HOLDS), samples.declare('b', fix=OPEN)
    )
    found = advice.assess(registry, HOST, samples.DATASET)
    assert {name: assessment.status for name, assessment in found.items()} == {
        'a': HostStatus.NOT_NEEDED,
        'b': HostStatus.NEEDED,
    }
