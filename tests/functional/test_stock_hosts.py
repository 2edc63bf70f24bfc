# SPDX-License-Identifier: Apache-2.0
"""What Nova 34 needs on hosts as their distributions ship them."""

import pathlib
from typing import Any

import pytest

from tests.functional import advising
import workarounds
from workarounds.advice.facts import dataset as facts_dataset
from workarounds.advice.facts import sources
from workarounds.catalogs import nova

ROOTWRAP = 'nova-rootwrap: pkg_resources'
#: The cloud archive has newer packages for an older Ubuntu.
CLOUD_ARCHIVE = {
    'qemu-utils': {'version': '1:10.1.0+ds-5ubuntu2~cloud0'},
    'libvirt-daemon': {'version': '11.6.0-1ubuntu3~cloud0'},
}
SET = """
disable_rootwrap = true
disable_libvirt_livesnapshot = true
handle_virt_lifecycle_events = false
disable_group_policy_check_upcall = true
enable_numa_live_migration = true
ensure_libvirt_rbd_instance_dir_cleanup = true
disable_fallback_pcpu_query = true
never_download_image_if_on_rbd = true
wait_for_vif_plugged_event_during_hard_reboot = normal
enable_qemu_monitor_announce_self = true
disable_compute_service_check_for_ffu = true
unified_limits_count_pcpu_as_vcpu = true
skip_cpu_compare_on_dest = true
skip_cpu_compare_at_startup = true
skip_hypervisor_version_check_on_lm = true
skip_reserve_in_use_ironic_nodes = true
disable_deep_image_inspection = true
reserve_disk_resource_for_image_cache = true
libvirt_disable_apic = true
"""


def shipped(platform: str) -> dict[str, Any]:
    """Return the packages that a platform first shipped."""
    files, _ = sources.find_data(workarounds.Registry(nova.CATALOGUE), [])
    ships = facts_dataset.read_data(files).ships
    return {
        first.package: {'version': first.package_version}
        for component in ('qemu', 'libvirt')
        if (first := ships[component].get(platform)) and first.package_version
    }


@pytest.fixture(
    params=[
        ('debian:12', 'dpkg', {}),
        ('debian:13', 'dpkg', {}),
        ('debian:forky', 'dpkg', {}),
        ('ubuntu:24.04', 'dpkg', {}),
        ('ubuntu:24.04', 'dpkg', CLOUD_ARCHIVE),
        ('ubuntu:26.10', 'dpkg', {}),
        ('rhel:9', 'rpm', {}),
    ],
    ids=lambda param: f'{param[0]}{"-cloud" if param[2] else ""}',
)
def host(
    request: pytest.FixtureRequest, tmp_path: pathlib.Path
) -> pathlib.Path:
    platform, manager, packages = request.param
    return advising.make_host(
        tmp_path / 'host.json',
        platform=platform,
        package_manager=manager,
        packages=packages or shipped(platform),
        contents={ROOTWRAP: 'absent'},
    )


def advise(
    host: pathlib.Path, text: str, directory: pathlib.Path
) -> tuple[int, list[dict[str, Any]]]:
    conf = directory / 'nova.conf'
    conf.write_text(f'[workarounds]\n{text}')
    return advising.run(
        *('--namespace', 'nova', '--config-file', conf),
        *('advise', '--host', host),
    )


def test_there_is_nothing_to_do_for_an_empty_file(
    host: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    code, rows = advise(host, '', tmp_path)
    assert code == 0
    assert len(rows) == 19


def test_most_that_is_set_is_decided(
    host: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    _, rows = advise(host, SET, tmp_path)
    assert len(rows) == 19
    assert all(row['set_in'] for row in rows)
    unknown = {row['name'] for row in rows if row['status'] == 'unknown'}
    assert unknown == {
        'ignore_virt_lifecycle_events',
        'libvirt_disable_apic',
        'qemu_monitor_announce_self',
        'skip_cpu_compare_at_startup',
        'skip_cpu_compare_on_dest',
    }
