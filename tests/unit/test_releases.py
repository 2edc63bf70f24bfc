# SPDX-License-Identifier: Apache-2.0
"""Releases, and the versions that lead to them."""

import csv
import pathlib
import subprocess

import pytest

from workarounds import exceptions
from workarounds.declarations import releases

TABLE = pathlib.Path(__file__).parents[2] / 'doc/source/examples/versions.csv'


@pytest.mark.parametrize(
    ('service_version', 'release', 'reached'),
    [
        ('24.0.0', '24.0.0', True),
        ('24.0.1', '24.0.0', True),
        ('24', '24.0.0', True),
        ('24.1.0.dev3', '24.0.0', True),
        ('24.0.0.dev3', '24.0.0', True),
        ('24.0.0.0rc1', '24.0.0', True),
        ('23.2.1.dev3', '24.0.0', False),
        # Nova's own numbers, and a series, which is not a number of Nova's.
        ('2015.1.0', '12.0.0', False),
        ('12.0.0', '2015.1.0', True),
        ('2026.2', '12.0.0', None),
        ('12.0.0', '2026.2', None),
        ('2026.2.0', '2026.1.0', True),
        ('23.2.0', '24.0.0', False),
        ('9.0.0', '24.0.0', False),
        (None, '24.0.0', None),
        ('', '24.0.0', None),
        ('Wallaby', '24.0.0', None),
        ('23.2.0', 'Xena', None),
        ('3:23.2.0-0ubuntu1', '24.0.0', None),
    ],
)
def test_a_release_is_reached_or_not_or_not_comparable(
    service_version: str | None, release: str, reached: bool | None
) -> None:
    assert releases.has_reached(service_version, release) is reached


@pytest.mark.parametrize('version', ['24.0.0-1', '35.0.0.1', '1.2-3ubuntu1'])
def test_a_version_of_a_package_is_not_one_of_a_service(version: str) -> None:
    assert not releases.is_version(version)


@pytest.mark.parametrize('version', ['banana', '', '24.0.0-1', 34, 34.0])
def test_what_is_not_a_version_is_refused(version: object) -> None:
    with pytest.raises(exceptions.InvalidVersionError) as caught:
        releases.check_version(version)
    assert str(caught.value) == (
        f"{version!r} is not a version; write one like '35.0.0'"
    )


def test_the_numbers_of_pbr_lead_to_the_documented_releases(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The oldest pbr needs pkg_resources, which setuptools no longer has.
    packaging = pytest.importorskip('pbr.packaging')
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv('PBR_VERSION', raising=False)
    for variable in ('GIT_AUTHOR', 'GIT_COMMITTER'):
        monkeypatch.setenv(f'{variable}_NAME', 'a')
        monkeypatch.setenv(f'{variable}_EMAIL', 'a@example.org')
    git('init', '--quiet')
    git('commit', '--quiet', '--allow-empty', '--message=first')
    with TABLE.open() as table:
        rows = list(csv.DictReader(table))
    assert rows
    for row in rows:
        kind, _, text = row['Git'].strip('`').partition(' ')
        if kind == 'tag':
            git('tag', '--annotate', '--message=release', text)
        else:
            git('commit', '--quiet', '--allow-empty', f'--message=x\n\n{text}')
        version = packaging.get_version('scratch')
        assert version == row['Version']
        main, stable = (
            releases.release_under_development(version, is_stable=is_stable)
            for is_stable in (False, True)
        )
        assert main == row['Release, on the main branch']
        assert stable == row['Release, on a stable branch']


def git(*arguments: str) -> None:
    subprocess.run(
        ['git', '-c', 'commit.gpgSign=false', *arguments], check=True
    )


@pytest.mark.parametrize(
    ('version', 'release'),
    [
        ('35.1.0.dev2', '36.0.0'),
        ('2026.1.1.dev3', '2026.2.0'),
        ('2026.2.1.dev3', '2027.1.0'),
        ('35', '35.0.0'),
    ],
)
def test_other_numbers_lead_to_the_next_release(
    version: str, release: str
) -> None:
    assert release == releases.release_under_development(
        version, is_stable=False
    )
