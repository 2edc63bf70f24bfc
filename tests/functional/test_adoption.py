# SPDX-License-Identifier: Apache-2.0
"""The examples of other services, each run as a program of its own."""

import os
import pathlib
import subprocess
import sys

import pytest

from tests.functional import command_line

EXAMPLES = pathlib.Path(__file__).parents[2] / 'doc/source/examples/adoption'
RAW = 'raw 0x00 0x08 0x05 0xa0 0x04 0x00 0x00 0x00'
C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#'
ADD = 'add tcp:127.0.0.1:6633\nwait 1\n'


def run(name: str, *arguments: str | pathlib.Path, **environ: str) -> str:
    """Run an example, and return what it prints."""
    done: subprocess.CompletedProcess[str] = subprocess.run(
        [sys.executable, '-W', 'error', EXAMPLES / f'{name}.py', *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=command_line.environment(**environ),
        stdin=subprocess.DEVNULL,
        timeout=command_line.PATIENCE,
    )
    assert (done.returncode, done.stderr) == (0, '')
    return done.stdout


@pytest.mark.parametrize(
    ('name', 'text', 'printed'),
    [
        (
            'ironic_ipmi',
            '',
            f'-R 1 -N 5\nFalse\nraw 0x00 0x08 0x03 0x08, {RAW}\n'
            'chassis bootdev pxe\n4\n',
        ),
        (
            'ironic_ipmi',
            '[ipmi]\nuse_ipmitool_retries = true\n'
            'disable_boot_timeout = false\n'
            'additional_retryable_ipmi_errors = is asleep\n'
            '[neutron]\ndhcpv6_stateful_address_count = 1\n',
            f'-R 12 -N 5\nTrue\n{RAW}\nchassis bootdev pxe\n1\n',
        ),
        ('ironic_images', '', 'False\n'),
        (
            'ironic_images',
            '[conductor]\ndisable_deep_image_inspection = true\n',
            'True\n',
        ),
        ('cinder_backends', '', ''),
        (
            'cinder_backends',
            '[DEFAULT]\nenabled_backends = lvm-1,lvm-2\n'
            '[lvm-1]\nlvm_suppress_fd_warnings = true\n'
            '[lvm-2]\nvmware_host_version = 7.0.3\n',
            'lvm-1 True\nlvm-1 8.0.0\nlvm-2 False\nlvm-2 7.0.3\n',
        ),
        ('glance_formats', '', 'True False False\n'),
        (
            'glance_formats',
            '[image_format]\ngpt_safety_checks_nonfatal = mbr,gptmbr\n',
            'True True False\n',
        ),
        ('messaging', '', '{}\n'),
        (
            'messaging',
            '[oslo_messaging_rabbit]\nenable_cancel_on_failover = true\n'
            '[workarounds]\nof_the_service = true\n',
            "{'x-cancel-on-ha-failover': True}\n",
        ),
    ],
)
def test_options_stay_where_operators_know_them(
    tmp_path: pathlib.Path, name: str, text: str, printed: str
) -> None:
    path = tmp_path / 'service.conf'
    path.write_text(text)
    assert run(name, '--config-file', path) == printed


@pytest.mark.parametrize(
    ('version', 'text', 'rule'),
    [
        ('1.8.9 (nf_tables)', '', ' --random-fully'),
        ('1.8.9', '[AGENT]\nuse_random_fully = false\n', ''),
        ('1.4.21', '', ''),
    ],
)
def test_a_program_of_the_host_is_looked_at(
    tmp_path: pathlib.Path, version: str, text: str, rule: str
) -> None:
    iptables = tmp_path / 'iptables'
    iptables.write_text(f'#!/bin/sh\necho "iptables v{version}"\n')
    iptables.chmod(0o755)
    path = tmp_path / 'service.conf'
    path.write_text(text)
    printed = run(
        'neutron_agents',
        *('--config-file', path),
        PATH=f'{tmp_path}:{os.environ["PATH"]}',
    )
    assert printed == f'-o eth0 -j MASQUERADE{rule}\n{ADD}'


def test_code_without_an_option_runs() -> None:
    assert run('octavia_amphora', 'start', 'reload') == 'start restart\n'
    # Without FIPS, both ways lead to the same.
    assert run('manila_ssh') == '3c6e0b8a9c15224a8228b9a98ca1531d\n'


@pytest.mark.parametrize('constant', ['TRANSFORM_C14N', 'ALG_EXC_C14N'])
def test_what_is_installed_is_looked_at(constant: str) -> None:
    assert run('keystone_saml', constant) == f'{C14N}\n'
