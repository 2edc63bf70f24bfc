# SPDX-License-Identifier: Apache-2.0
"""Workarounds are described, and found by every name that code has."""

import datetime
from typing import Any

from oslo_config import cfg
import pytest

import workarounds
from workarounds.audit import declaration_index as audit_subjects
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.audit.declaration_index import Param


def live(name: str = 'flush', **fields: Any) -> workarounds.Workaround:
    given: dict[str, Any] = {
        'name': name,
        'summary': 'Flushes images.',
        'bugs': ['https://bugs.example.org/1'],
        'fix': workarounds.NoFix('why'),
        'expires': '35.0.0',
    }
    return workarounds.Workaround(**(given | fields))


def gone(name: str, *options: str) -> workarounds.RemovedWorkaround:
    return workarounds.RemovedWorkaround(
        name=name, options=options, removed_in='20.0.0', reason='it is fixed'
    )


def test_of_a_live_one() -> None:
    described = audit_subjects.describe(
        live(
            disabled_by=cfg.ListOpt('no_flush'),
            params=[cfg.IntOpt('flush_count', default=3)],
            bugs=workarounds.Unstated('why'),
            renewed_from=['30.0.0'],
        )
    )
    assert described == DeclarationInfo(
        'flush',
        option='no_flush',
        polarity='disabled_by',
        is_list=True,
        params=(Param('count', 'flush_count', 3),),
        options=('no_flush', 'flush_count'),
        summary='Flushes images.',
        expires='35.0.0',
        renewed_from=('30.0.0',),
        unstated=('bugs',),
    )
    assert described.identifiers == ('flush', 'no_flush', 'flush_count')


def test_of_a_removed_one() -> None:
    assert audit_subjects.describe(
        gone('luks', 'no_luks', 'luks_x')
    ) == DeclarationInfo(
        'luks',
        option='no_luks',
        options=('no_luks', 'luks_x'),
        removed_in='20.0.0',
        summary='it is fixed',
    )


PACKAGE = workarounds.PackageFix(component='qemu', version='2.2.0')
RELEASE = workarounds.ReleaseFix(version='20.0.0')
UNKNOWN = workarounds.ReleaseFix(version=workarounds.Undetermined('why'))


@pytest.mark.parametrize(
    ('fix', 'text'),
    [
        (PACKAGE, 'qemu 2.2.0'),
        (RELEASE, 'release 20.0.0'),
        ([PACKAGE, RELEASE], 'qemu 2.2.0 and release 20.0.0'),
        ([UNKNOWN, PACKAGE], 'qemu 2.2.0'),
        (UNKNOWN, ''),
        (workarounds.ManualFix('the guest'), ''),
    ],
)
def test_fixed_by(fix: Any, text: str) -> None:
    assert audit_subjects.describe(live(fix=fix)).fixed_by == text


def test_expiry() -> None:
    date = datetime.date(2026, 1, 2)
    assert audit_subjects.describe(live(expires=date)).expires == date
    unstated = audit_subjects.describe(
        live(expires=workarounds.Unstated('why'))
    )
    assert unstated.unstated == ('expires',)


def subjects() -> DeclarationIndex:
    registry = workarounds.Registry(
        live('flush', enabled_by='flush_images'),
        live('announce', disabled_by='no_announce'),
        gone('luks', 'no_luks'),
    )
    return DeclarationIndex.from_registry(registry)


def test_lookup() -> None:
    every = subjects()
    names = [subject.name for subject in every]
    assert names == ['flush', 'announce', 'luks']
    assert len(every) == 3
    flush = every.get('flush')
    assert flush is not None
    assert every.by_option('flush_images') is flush
    assert every.find('flush') is every.find('flush_images') is flush
    assert every.get('flush_images') is every.by_option('flush') is None
    assert every.find('nothing') is None
    assert every.identifiers == {
        'flush',
        'flush_images',
        'announce',
        'no_announce',
        'luks',
        'no_luks',
    }


def test_near() -> None:
    every = subjects()
    assert every.similar_names('anounce') == ['announce']
    assert every.similar_names('no_announce') == ['announce']
    assert every.similar_names('quite different') == []


LIVE = DeclarationInfo('flush', option='own', options=('own',))
DEAD = DeclarationInfo(
    'flush', option='own', options=('own',), removed_in='20.0.0'
)


def test_what_is_found_in_source_wins() -> None:
    every = subjects().with_source([LIVE])
    assert every.get('flush') is LIVE
    assert every.by_option('own') is LIVE
    assert every.by_option('flush_images') is None
    assert len(every) == 3
    assert subjects().with_source([DEAD]).get('flush') is DEAD


def test_a_live_one_in_source_wins_over_a_tombstone() -> None:
    assert DeclarationIndex([DEAD], [LIVE]).get('flush') is LIVE
    for found in ([LIVE, DEAD], [DEAD, LIVE]):
        assert DeclarationIndex([], found).get('flush') is LIVE


def test_of_equals_in_source_the_first_wins() -> None:
    other = DeclarationInfo('flush', summary='another')
    assert DeclarationIndex([], [LIVE, other]).get('flush') is LIVE
    assert DeclarationIndex([], [other, LIVE]).get('flush') is other


def test_a_live_owner_of_an_option_wins_over_a_removed_one() -> None:
    reused = DeclarationInfo('new', option='own', options=('own',))
    for every in ([DEAD, reused], [reused, DEAD]):
        assert DeclarationIndex(every).by_option('own') is reused
