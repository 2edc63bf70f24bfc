# SPDX-License-Identifier: Apache-2.0
"""Which kernel runs."""

import os
import pathlib

import pytest

from workarounds import exceptions
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.probes import kernel


@pytest.mark.parametrize(
    ('release', 'version'),
    [
        ('6.1.0-18-amd64', '6.1.0'),
        ('6.18.44-fc-v657', '6.18.44'),
        ('5.14.0-427.13.1.el9_4.x86_64', '5.14.0'),
        ('6.1-rc3', '6.1-rc3'),
        ('6.1.0-rc3+', '6.1.0-rc3'),
        ('2.6.32.71', '2.6.32.71'),
        ('6.5.0-1018-oem', '6.5.0'),
    ],
)
def test_the_version_of_a_kernel_is_upstreams_part(
    release: str, version: str
) -> None:
    assert kernel.version(release) == Reported(version)


@pytest.mark.parametrize('release', ['', 'x', '6', 'v6.1', '-6.1', ' 6.1'])
def test_a_kernel_without_a_version_says_what_it_says(release: str) -> None:
    assert kernel.version(release) == Unknown(
        f'the kernel names its release {release!r}'
    )


def test_whatever_is_asked_the_running_kernel_answers() -> None:
    said = kernel.probe(['linux', 'kvm'], Machine())
    assert list(said) == ['linux', 'kvm']
    for answer in said.values():
        assert isinstance(answer, Reported)
        assert os.uname().release.startswith(answer.version)
        assert (answer.program, answer.package) == ('', None)


def test_the_kernel_of_another_root_does_not_run(
    tmp_path: pathlib.Path,
) -> None:
    with pytest.raises(exceptions.ProbeError) as caught:
        kernel.probe(['linux'], Machine(str(tmp_path)))
    assert str(caught.value) == (
        f'the kernel that runs here is not that of {tmp_path}'
    )
