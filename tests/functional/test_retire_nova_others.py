# SPDX-License-Identifier: Apache-2.0
"""The real Nova after one of its other workarounds was removed."""

from collections.abc import Iterator

import pytest

from tests import real_nova
from tests.functional import nova_checks
from tests.retire import seeds
from workarounds.audit.scan_result import ScanResult


@pytest.fixture(scope='module')
def nova(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[ScanResult]:
    with real_nova.project(tmp_path_factory.mktemp('nova')):
        yield real_nova.read()


@pytest.fixture(scope='module', params=seeds.third(real_nova.NAMES)[1::2])
def retired(
    request: pytest.FixtureRequest, nova: ScanResult
) -> real_nova.Retired:
    return real_nova.retire(request.param, nova)


class TestRetired(nova_checks.Checks):
    """The workarounds that test_retire_nova.py leaves to this module."""
