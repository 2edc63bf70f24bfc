# SPDX-License-Identifier: Apache-2.0
"""The row of a table for a host's platform."""

import pytest

from workarounds.advice.facts import platforms
from workarounds.advice.facts.hosts import Unknown


@pytest.mark.parametrize(
    ('platform', 'rows', 'row'),
    [
        ('debian:12', ['debian:11', 'debian:12'], 'debian:12'),
        ('rocky:9.4', ['rocky:9'], 'rocky:9'),
        ('rocky:9.4', ['rocky:9', 'rocky:9.4'], 'rocky:9.4'),
        ('ubuntu:24.04', ['ubuntu:24.04'], 'ubuntu:24.04'),
        ('sles:15.6.1', ['sles:15'], 'sles:15'),
        ('my.os:9.4', ['my.os:9'], 'my.os:9'),
        # Neither guessed from a part of the name nor from another release.
        ('debian:1', ['debian:12'], None),
        ('debian:12', ['debian:1'], None),
        ('rocky:9', ['rocky:9.4'], None),
        ('rocky:9.4', ['rocky:9.3'], None),
        ('rocky:90', ['rocky:9'], None),
        ('almalinux:9', ['rocky:9', 'rhel:9'], None),
        ('debian:12', [], None),
    ],
)
def test_a_row_tells_of_its_platform_and_of_its_minor_releases(
    platform: str, rows: list[str], row: str | None
) -> None:
    assert platforms.row(platform, rows) == row


def test_no_row_tells_of_a_platform_that_is_not_known() -> None:
    unknown = Unknown('there is no os-release file')
    assert platforms.row(unknown, ['debian:12']) is None


@pytest.mark.parametrize(
    ('source', 'link'),
    [
        ('https://debian.org/', 'https://debian.org/'),
        ('http://a.org/b?c=d', 'http://a.org/b?c=d'),
        ('distro-info-data 0.58', ''),
        ('see https://debian.org/', ''),
        ('https://a.org/ and more', ''),
        ('javascript:alert(1)', ''),
        ('https://', ''),
        ('', ''),
    ],
)
def test_a_source_is_a_link_if_it_is_an_address(
    source: str, link: str
) -> None:
    assert platforms.link(source) == link
