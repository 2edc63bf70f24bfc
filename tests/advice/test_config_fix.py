# SPDX-License-Identifier: Apache-2.0
"""The service's own configuration can rule a bug out."""

from collections.abc import Iterator
import pathlib
from typing import Any
from typing import NamedTuple

import pytest

from tests.advice import configured
from tests.advice import matrix_cases
from tests.advice import samples
import workarounds
from workarounds import advice

STORE = workarounds.ConfigFix(
    'libvirt', 'images_rbd_glance_store_name', since='22.0.0'
)
NOT_RBD = workarounds.ConfigFix(
    'libvirt', 'images_type', other_than='rbd', default='default'
)
UNIFIED = workarounds.ConfigFix('quota', 'count', equals=True, default=False)
RULED_OUT = ('not-needed', 'configuration-rules-it-out')
NEEDED = ('needed', 'configuration-needs-it')
NOT_KNOWN = ('unknown', 'configuration-not-known')
BEFORE = ('needed', 'release-before-fix')
UNKNOWN_RELEASE = advice.Unknown('the facts do not include it')
SECRET = 'ceph-store-17'


class Case(NamedTuple):
    """A condition, the lines of a file, the release, and what is said."""

    fix: Any
    lines: str | None
    expected: tuple[str, str]
    release: Any = '30.0.0'

    def assess(self, directory: pathlib.Path) -> advice.Assessment:
        """Return the assessment of a host with that file."""
        host = advice.Host('debian:12', service_version=self.release)
        [found] = configured.advise(
            directory,
            [samples.declare(fix=self.fix)],
            *([] if self.lines is None else [self.lines]),
            host=host,
        )
        return found.assessment


def rbd(value: str, group: str = 'libvirt') -> str:
    """Return a file that sets images_type."""
    return f'[{group}]\nimages_type = {value}\n'


STORE_IS_SET = f'[libvirt]\nimages_rbd_glance_store_name = {SECRET}\n'
CASES = [
    Case(NOT_RBD, rbd('rbd'), NEEDED),
    Case(NOT_RBD, rbd('raw'), RULED_OUT),
    Case(NOT_RBD, rbd('rbd', 'LIBVIRT'), NEEDED),
    Case(NOT_RBD, rbd('rbd', 'DEFAULT'), RULED_OUT),
    Case(NOT_RBD, rbd('raw') + 'images_type = rbd\n', NEEDED),
    Case(NOT_RBD, '[DEFAULT]\n', RULED_OUT),
    Case(NOT_RBD, rbd('$kind'), NOT_KNOWN),
    Case(NOT_RBD, None, NOT_KNOWN),
    Case(STORE, STORE_IS_SET, RULED_OUT),
    Case(STORE, STORE_IS_SET, RULED_OUT, '22.0.0'),
    Case(STORE, STORE_IS_SET, BEFORE, '21.2.4'),
    Case(STORE, None, BEFORE, '21.2.4'),
    Case(
        STORE, STORE_IS_SET, ('unknown', 'release-not-known'), UNKNOWN_RELEASE
    ),
    Case(STORE, '[libvirt]\nimages_rbd_glance_store_name =\n', NEEDED),
    Case(STORE, '[DEFAULT]\n', NEEDED, UNKNOWN_RELEASE),
    Case(UNIFIED, '[quota]\ncount = True\n', RULED_OUT),
    Case(UNIFIED, '[quota]\ncount = off\n', NEEDED),
    Case(UNIFIED, '[quota]\ncount = perhaps\n', NEEDED),
    Case(UNIFIED, '[quota]\n', NEEDED),
]


def assessments(directory: pathlib.Path) -> Iterator[advice.Assessment]:
    """Return the assessments of all cases."""
    for case in CASES:
        yield case.assess(directory)


@pytest.mark.parametrize('case', CASES)
def test_the_configuration_rules_a_bug_out(
    tmp_path: pathlib.Path, case: Case
) -> None:
    found = case.assess(tmp_path)
    assert (found.status, found.reason) == case.expected
    assert SECRET not in repr(found.to_data()) + advice.explain(found)


def test_without_files_nothing_is_known_of_the_configuration() -> None:
    registry = workarounds.Registry(samples.declare(fix=NOT_RBD))
    host = advice.Host('debian:12')
    found = advice.assess(registry, host, samples.DATASET)['flush']
    assert (found.status, found.reason) == NOT_KNOWN


def test_code_stays_as_long_as_a_host_may_be_configured_so() -> None:
    found = matrix_cases.Facts().row(NOT_RBD).assessment
    assert (found.status, found.reason) == (
        'blocked',
        'depends-on-configuration',
    )
