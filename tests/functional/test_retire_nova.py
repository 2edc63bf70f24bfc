# SPDX-License-Identifier: Apache-2.0
"""The reads of the real Nova, and its code without a workaround."""

from collections import Counter
from collections.abc import Iterator
import csv
import pathlib
import re

import pytest

from tests import real_nova
from tests.functional import nova_checks
from tests.retire import seeds
from workarounds.audit.scan_result import ScanResult
from workarounds.source import references

#: Every read, as a person finds them in the sources.
READS = """
nova/api/openstack/wsgi_app.py disable_compute_service_check_for_ffu
nova/compute/manager.py     handle_virt_lifecycle_events
nova/compute/manager.py     disable_group_policy_check_upcall
nova/conductor/tasks/live_migrate.py enable_numa_live_migration
nova/conductor/tasks/live_migrate.py skip_hypervisor_version_check_on_lm
nova/limit/placement.py     unified_limits_count_pcpu_as_vcpu
nova/scheduler/manager.py   disable_fallback_pcpu_query
nova/service.py             disable_compute_service_check_for_ffu
nova/utils.py               disable_rootwrap
nova/virt/images.py         disable_deep_image_inspection
nova/virt/ironic/driver.py  skip_reserve_in_use_ironic_nodes
nova/virt/libvirt/driver.py skip_cpu_compare_at_startup
nova/virt/libvirt/driver.py ensure_libvirt_rbd_instance_dir_cleanup
nova/virt/libvirt/driver.py disable_libvirt_livesnapshot
nova/virt/libvirt/driver.py wait_for_vif_plugged_event_during_hard_reboot
nova/virt/libvirt/driver.py never_download_image_if_on_rbd
nova/virt/libvirt/driver.py libvirt_disable_apic
nova/virt/libvirt/driver.py skip_cpu_compare_on_dest
nova/virt/libvirt/driver.py enable_qemu_monitor_announce_self
nova/virt/libvirt/driver.py qemu_monitor_announce_self_count
nova/virt/libvirt/driver.py qemu_monitor_announce_self_interval
nova/virt/libvirt/driver.py reserve_disk_resource_for_image_cache
nova/virt/libvirt/imagebackend.py disable_deep_image_inspection
nova/virt/libvirt/utils.py  disable_deep_image_inspection
"""
READ = re.compile(r'\bCONF\.workarounds\.(\w+)')
#: Where Nova's tests set options: one keyword each, 33 times.
SET = re.compile(r'\bgroup=[\'"]workarounds[\'"]')


@pytest.fixture(scope='module')
def nova(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[ScanResult]:
    with real_nova.project(tmp_path_factory.mktemp('nova')):
        yield real_nova.read()


def sources() -> Iterator[tuple[str, str]]:
    """Return all modules of Nova but those that make the options."""
    for path in sorted(pathlib.Path('nova').rglob('*.py')):
        if not path.is_relative_to('nova/conf'):
            yield str(path), path.read_text()


def test_the_reads_are_those_that_a_person_finds(
    nova: ScanResult,
) -> None:
    by_hand = [tuple(line.split()) for line in READS.split('\n') if line]
    found = [
        reference
        for reference in nova.references
        if reference.kind in references.READS
    ]
    assert len(found) == 24
    assert {reference.kind for reference in found} == {'direct'}
    assert [reference for reference in found if reference.is_import_time] == []
    assert Counter(
        (reference.place.path, reference.name) for reference in found
    ) == Counter(by_hand)


def test_the_reads_are_where_a_search_for_the_text_finds_them(
    nova: ScanResult,
) -> None:
    searched = [
        (path, text.count('\n', 0, match.start()) + 1, match[1])
        for path, text in sources()
        if not path.startswith('nova/tests/')
        for match in READ.finditer(text)
    ]
    assert searched == [
        (reference.place.path, reference.place.line, reference.name)
        for reference in nova.references
        if reference.kind in references.READS
    ]


def test_the_settings_are_as_many_as_a_search_for_the_text_finds(
    nova: ScanResult,
) -> None:
    settings = [
        reference
        for reference in nova.references
        if reference.kind == 'setting'
    ]
    calls = {setting.place for setting in settings}
    assert Counter(call.path for call in calls) == {
        path: len(SET.findall(text))
        for path, text in sources()
        if SET.search(text)
    }


def test_all_21_options_belong_to_the_19_live_workarounds(
    nova: ScanResult,
) -> None:
    made = [
        reference.name
        for reference in nova.references
        if reference.kind == 'option'
    ]
    live = [
        declaration
        for declaration in nova.declarations
        if declaration.removed_in is None
    ]
    assert len(live) == 19
    assert len(made) == 21
    assert sorted(made) == sorted(
        option for declaration in live for option in declaration.option_names
    )
    assert [declaration.name for declaration in live] == real_nova.NAMES


def test_the_table_has_a_row_for_each_workaround() -> None:
    with real_nova.TABLE.open(newline='') as file:
        header, *rows = csv.reader(file)
    assert header == real_nova.HEADER
    assert [row[0].split('``')[1] for row in rows] == real_nova.NAMES


# The other half is in test_retire_nova_others.py, for another process.
@pytest.fixture(scope='module', params=seeds.third(real_nova.NAMES)[::2])
def retired(
    request: pytest.FixtureRequest, nova: ScanResult
) -> real_nova.Retired:
    return real_nova.retire(request.param, nova)


class TestRetired(nova_checks.Checks):
    """Every second workaround of today's selection."""
