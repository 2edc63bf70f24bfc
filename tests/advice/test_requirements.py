# SPDX-License-Identifier: Apache-2.0
"""What an installed service requires decides about Python distributions."""

import pathlib
from typing import Any

import pytest

from tests.advice import matrix_cases
from tests.advice import samples
import workarounds
from workarounds import advice
from workarounds.advice.facts import requirements

SERVICE = advice.Service(
    'svc',
    'The Service',
    {},
    distribution='the-service',
    version='29.0.0',
    requires={'qemu': advice.Stated('6.2.0', matrix_cases.FLOOR)},
)
AFFECTED = workarounds.PackageFix(component='pypi:ExaBGP', affected='==4.0.2')


@pytest.fixture
def metadata(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    """Return the metadata of an installed distribution."""
    path = tmp_path / 'the_service-29.0.0.dist-info/METADATA'
    path.parent.mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    return path


def write(path: pathlib.Path, *required: str, version: str = '29.0.0') -> None:
    lines = [
        'Metadata-Version: 2.1',
        'Name: the-service',
        f'Version: {version}',
        *(f'Requires-Dist: {text}' for text in required),
    ]
    path.write_text('\n'.join(lines) + '\n')


@pytest.mark.parametrize(
    ('required', 'minimum'),
    [
        ('exabgp>=5.0.1', '5.0.1'),
        ('exabgp>=5.0.1,<6', '5.0.1'),
        ('ExaBGP (>=4.0,>=5.0.1,!=5.2)', '5.0.1'),
        ('exabgp~=5.0', '5.0'),
        ('exabgp==5.*', '5'),
        ('exabgp>=5; python_version > "3"', '5'),
        ('exabgp>=5; extra == "bgp"', None),
        ('exabgp<6', None),
        ('exabgp', None),
        ('exabgp >= ', None),
    ],
)
def test_a_lower_bound_is_a_minimum(
    metadata: pathlib.Path, required: str, minimum: str | None
) -> None:
    write(metadata, required)
    found = requirements.add_installed(SERVICE, '29.0').requires
    assert found['qemu'] == SERVICE.requires['qemu']
    stated = found.get('pypi:exabgp')
    assert (stated and stated.version) == minimum
    if stated:
        assert stated.source == 'Requires-Dist of the-service 29.0.0'


def test_a_service_that_is_not_installed_requires_nothing_known() -> None:
    assert requirements.add_installed(SERVICE, '29.0.0') == SERVICE


@pytest.mark.parametrize('release', ['28.0.0', '30.0.0', 'hibiscus', None])
def test_another_release_requires_nothing_known(
    metadata: pathlib.Path, release: str | None
) -> None:
    write(metadata, 'exabgp>=5.0.1')
    assert requirements.add_installed(SERVICE, release) == SERVICE


@pytest.mark.parametrize('text', [None, '', 'Version: x y\n'])
def test_a_broken_installation_requires_nothing_known(
    metadata: pathlib.Path, text: str | None
) -> None:
    if text is not None:
        metadata.write_text(text)
    assert requirements.add_installed(SERVICE, '29.0.0') == SERVICE


def test_a_bound_past_what_is_affected_decides_both_questions(
    metadata: pathlib.Path,
) -> None:
    write(metadata, 'exabgp>=5.0.1')
    service = requirements.add_installed(SERVICE, '29.0.0')
    registry = workarounds.Registry(samples.declare(fix=AFFECTED))
    host = advice.Host('debian:12', service_version='29.0.0')
    found = advice.assess(registry, host, samples.DATASET, service)['flush']
    [row] = advice.matrix(
        registry,
        samples.DATASET,
        service=service,
        service_version=None,
        as_of=matrix_cases.TODAY,
    ).rows
    reason = 'minimum-version-past-affected'
    assert (found.status, found.reason) == ('not-needed', reason)
    assert row.is_removable
    assert row.assessment.reason == reason
    assert advice.explain(row.assessment) == (
        'The Service requires ExaBGP 5.0.1 or later, which is not affected '
        '(only ==4.0.2 is)'
    )


def test_without_platforms_a_fix_counts_too() -> None:
    facts = matrix_cases.Facts()
    facts.service['requires'] = {
        'tool': advice.Stated('3.0.0', matrix_cases.FLOOR)
    }
    found: Any = facts.row(matrix_cases.tool()).assessment
    assert (found.status, found.reason) == (
        'removable',
        'minimum-version-past-fix',
    )
