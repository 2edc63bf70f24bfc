# SPDX-License-Identifier: Apache-2.0
"""How long a service supports a platform."""

import dataclasses
import datetime
from typing import Literal

import pytest

from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.services import Service
from workarounds.advice.facts.services import Stated
from workarounds.advice.facts.services import Supported

PEER = Stated('33.0.0', 'https://nova.example/peer')
NOVA = Service(
    'nova',
    'Nova',
    {'debian:12': Supported('https://nova.example')},
    distribution='nova',
    version='34.0.0',
    source='https://nova.example/34',
    oldest_peer=PEER,
    requires={'libvirt': Stated('8.0.0', 'https://nova.example/c')},
)
END = datetime.date(2026, 7, 11)
LATER = datetime.date(2028, 6, 30)


@pytest.mark.parametrize(
    ('until', 'end_of_life', 'long_term', 'last_day'),
    [
        ('end_of_life', END, LATER, END),
        ('long_term', END, LATER, LATER),
        ('end_of_life', None, LATER, None),
        # No long-term support is known of, so no last day of it either.
        ('long_term', END, None, None),
        ('end_of_life', None, None, None),
    ],
)
def test_the_last_day_is_that_of_the_platform(
    until: Literal['end_of_life', 'long_term'],
    end_of_life: datetime.date | None,
    long_term: datetime.date | None,
    last_day: datetime.date | None,
) -> None:
    platform = Platform(
        'debian:12',
        'Debian 12',
        'dpkg',
        'https://debian.org',
        end_of_life=end_of_life,
        long_term=long_term,
    )
    supported = Supported('https://nova.example', until)
    assert supported.last_day(platform) == last_day


@pytest.mark.parametrize(
    'version', [None, '34', '34.0.0', '34.0.1', '34.1.0.dev3', '100.0.0']
)
def test_all_is_said_of_the_release_that_the_catalogue_describes(
    version: str | None,
) -> None:
    # And later releases, of which nothing else is known.
    assert NOVA.of_release(version) == NOVA


@pytest.mark.parametrize(
    'version', ['33.9.9', '34.0.0.0rc1', '34.0.0.dev412', '9.0.0']
)
def test_of_an_older_release_less_is_said(version: str) -> None:
    # It ran elsewhere, beside other releases, and required others.
    assert NOVA.of_release(version) == dataclasses.replace(
        NOVA, oldest_peer=None, requires={}, platforms={}
    )
    assert NOVA.oldest_peer == PEER


def test_of_a_service_without_a_release_all_is_said() -> None:
    service = dataclasses.replace(NOVA, version=None)
    assert service.of_release('1.0') == service
    assert service.of_release(None) == service


def test_support_ends_with_the_ordinary_support_by_default() -> None:
    assert Supported('https://nova.example').until == 'end_of_life'
