# SPDX-License-Identifier: Apache-2.0
"""The catalogues agree with the declarations of Nova and Placement."""

from collections.abc import Iterable
from typing import Any

from oslo_config import cfg
import pytest

import workarounds
from workarounds import _text
from workarounds.catalogs import nova
from workarounds.catalogs import placement
from workarounds.catalogs import qemu_img
from workarounds.config import help_text

VNIC_TYPES = (
    'normal',
    'direct',
    'macvtap',
    'baremetal',
    'direct-physical',
    'virtio-forwarder',
    'smart-nic',
    'vdpa',
    'accelerator-direct',
    'accelerator-direct-physical',
    'remote-managed',
)

#: Nova 34.0.0: option -> (class, default, choices, min)
SWITCH = (cfg.BoolOpt, False, None, None)
NOVA_OPTIONS = {
    'disable_rootwrap': SWITCH,
    'disable_libvirt_livesnapshot': SWITCH,
    'handle_virt_lifecycle_events': (cfg.BoolOpt, True, None, None),
    'disable_group_policy_check_upcall': SWITCH,
    'enable_numa_live_migration': SWITCH,
    'ensure_libvirt_rbd_instance_dir_cleanup': SWITCH,
    'disable_fallback_pcpu_query': SWITCH,
    'never_download_image_if_on_rbd': SWITCH,
    'reserve_disk_resource_for_image_cache': SWITCH,
    'libvirt_disable_apic': SWITCH,
    'wait_for_vif_plugged_event_during_hard_reboot': (
        cfg.ListOpt,
        [],
        VNIC_TYPES,
        None,
    ),
    'enable_qemu_monitor_announce_self': SWITCH,
    'qemu_monitor_announce_self_count': (cfg.IntOpt, 3, None, 1),
    'qemu_monitor_announce_self_interval': (cfg.IntOpt, 1, None, 1),
    'disable_compute_service_check_for_ffu': SWITCH,
    'unified_limits_count_pcpu_as_vcpu': SWITCH,
    'skip_cpu_compare_on_dest': SWITCH,
    'skip_cpu_compare_at_startup': SWITCH,
    'skip_hypervisor_version_check_on_lm': SWITCH,
    'skip_reserve_in_use_ironic_nodes': SWITCH,
    'disable_deep_image_inspection': SWITCH,
}

#: The first major release of Nova that has it.
NOVA_INTRODUCED = {
    'disable_rootwrap': '2015.1.0',
    'disable_libvirt_livesnapshot': '2015.1.0',
    'ignore_virt_lifecycle_events': '12.0.0',
    'disable_group_policy_check_upcall': '16.0.0',
    'enable_numa_live_migration': ('19.0.0', '18.2.0', '17.0.11'),
    'ensure_libvirt_rbd_instance_dir_cleanup': ('19.0.0', '18.2.0', '17.0.10'),
    'disable_fallback_pcpu_query': '20.0.0',
    'never_download_image_if_on_rbd': '21.0.0',
    'reserve_disk_resource_for_image_cache': (
        '22.0.0',
        '21.1.0',
        '20.3.0',
        '19.3.0',
    ),
    'libvirt_disable_apic': ('24.0.0', '23.2.0'),
    'wait_for_vif_plugged_event_during_hard_reboot': (
        '25.0.0',
        '24.1.0',
        '23.2.0',
        '22.4.0',
    ),
    'qemu_monitor_announce_self': ('25.0.0', '24.1.0', '23.2.1'),
    'disable_compute_service_check_for_ffu': ('25.0.0', '24.1.1', '23.2.1'),
    'unified_limits_count_pcpu_as_vcpu': '25.0.0',
    'skip_cpu_compare_on_dest': ('26.0.0', '25.1.0'),
    'skip_hypervisor_version_check_on_lm': ('26.0.0', '25.1.1'),
    'skip_reserve_in_use_ironic_nodes': ('27.0.0', '26.1.0'),
    'skip_cpu_compare_at_startup': ('27.0.0', '26.2.1'),
    'disable_deep_image_inspection': ('30.0.0', '29.1.0', '28.2.0', '27.4.0'),
}

#: The numbers of all bugs, where there are any.
FIXES = {
    'disable_rootwrap': "where nova-rootwrap does not contain 'pkg_resources'",
    'disable_compute_service_check_for_ffu': 'none (a choice, not a defect)',
    'skip_cpu_compare_at_startup': 'release not known',
    'ignore_virt_lifecycle_events': (
        'release 12.0.0 and check by hand: whether guests shut down when a '
        'host or nova-compute restarts; Nova still warns of the race and '
        'cites no open bug'
    ),
    'disable_libvirt_livesnapshot': 'libvirt >1.2.2',
    'libvirt_disable_apic': (
        'check by hand: the kernel inside the guests; Nova says that patched '
        'kernels exist, but not which versions'
    ),
    'wait_for_vif_plugged_event_during_hard_reboot': (
        'none up to release 34.0.0'
    ),
    'enable_numa_live_migration': 'release 20.0.0 on every host',
    'skip_cpu_compare_on_dest': 'release 27.0.0 (reopened)',
    'skip_hypervisor_version_check_on_lm': 'none (a choice, not a defect)',
    'qemu_monitor_announce_self': (
        'release 24.0.0 and check by hand: whether guests are reachable right '
        'after a live migration without this workaround; it depends on the '
        'network'
    ),
    'ensure_libvirt_rbd_instance_dir_cleanup': (
        'where [libvirt] images_type is not rbd or none up to release 34.0.0'
    ),
    'never_download_image_if_on_rbd': (
        'where [libvirt] images_type is not rbd or where [libvirt] '
        'images_rbd_glance_store_name is set since 22.0.0'
    ),
    'reserve_disk_resource_for_image_cache': 'none (a choice, not a defect)',
    'disable_deep_image_inspection': 'release 30.0.0 and release 31.0.0',
    'disable_group_policy_check_upcall': 'none up to release 34.0.0',
    'disable_fallback_pcpu_query': (
        'none up to release 34.0.0 and release 22.0.0'
    ),
    'unified_limits_count_pcpu_as_vcpu': 'none (a choice, not a defect)',
    'skip_reserve_in_use_ironic_nodes': 'none (a choice, not a defect)',
    'optimize_for_wide_provider_trees': 'none (a choice, not a defect)',
    'fsync_image_before_convert': 'qemu 2.2.0',
}
BUGS = {
    'disable_rootwrap': ['1415106'],
    'disable_libvirt_livesnapshot': ['1334398'],
    'ignore_virt_lifecycle_events': ['1444630', '1293480', '1443186'],
    'enable_numa_live_migration': ['1289064'],
    'ensure_libvirt_rbd_instance_dir_cleanup': ['1414895', '1761062'],
    'disable_fallback_pcpu_query': ['1889633'],
    'never_download_image_if_on_rbd': ['1858877'],
    'reserve_disk_resource_for_image_cache': ['1878024'],
    'libvirt_disable_apic': ['1939108'],
    'wait_for_vif_plugged_event_during_hard_reboot': ['1946729', '1821058'],
    'qemu_monitor_announce_self': ['1815989', '1996995'],
    'disable_compute_service_check_for_ffu': ['1958883'],
    'skip_cpu_compare_on_dest': [
        '1913716',
        '1978064',
        'show_bug.cgi?id=2138381',
        '2039803',
    ],
    'skip_hypervisor_version_check_on_lm': ['1982853'],
    'skip_reserve_in_use_ironic_nodes': ['1974070'],
    'disable_deep_image_inspection': ['2059809', '2079850'],
    'optimize_for_wide_provider_trees': ['2126751'],
    'fsync_image_before_convert': ['1368815'],
}

NOVA_REMOVED = {
    'destroy_after_evacuate': '14.0.0',
    'report_ironic_standard_resource_class_inventory': '19.0.0',
    'enable_consoleauth': '20.0.0',
    'disable_native_luksv1': '24.0.0',
    'rbd_volume_local_attach': '24.0.0',
}

LIVE_NOVA = workarounds.Registry(*nova.CATALOGUE.declarations)
EVERYTHING = (
    *nova.CATALOGUE.declarations,
    *placement.CATALOGUE.declarations,
    *qemu_img.CATALOGUE.declarations,
)
LIVE = tuple(workarounds.Registry(*EVERYTHING))


def names(live: Iterable[workarounds.Workaround]) -> list[str]:
    return [workaround.name for workaround in live]


def shape(option: str | cfg.Opt) -> tuple[Any, ...]:
    """The declared options and choices; a bare name is a boolean option."""
    if isinstance(option, str):
        return SWITCH
    item_type = getattr(option.type, 'item_type', None)
    choices = getattr(item_type, 'choices', None)
    return (
        type(option),
        option.default,
        tuple(choices) if choices else None,
        getattr(option.type, 'min', None),
    )


def default(workaround: workarounds.Workaround) -> Any:
    """Return the value of a toggle that is not set."""
    assert isinstance(workaround.toggle, str | cfg.Opt)
    return shape(workaround.toggle)[1]


def test_one_registry_takes_all_catalogues() -> None:
    registry = workarounds.Registry(*EVERYTHING)
    assert len(registry) + len(registry.removed) == len(EVERYTHING)


def test_nova_counts() -> None:
    assert len(LIVE_NOVA) == 19
    assert sum(len(workaround.params) for workaround in LIVE_NOVA) == 2
    assert len(LIVE_NOVA.removed) == 5
    assert len(nova.CATALOGUE.declarations) == 24


def test_nova_has_the_options_of_nova() -> None:
    declared = {}
    for workaround in LIVE_NOVA:
        assert isinstance(workaround.toggle, str | cfg.Opt)
        declared[workaround.option] = shape(workaround.toggle)
        for key in workaround.params:
            _, opt = workaround.param(key)
            declared[opt.dest] = shape(opt)
    assert declared == NOVA_OPTIONS


def test_nova_names_are_the_options_but_for_two() -> None:
    renamed = {
        workaround.option: workaround.name
        for workaround in LIVE_NOVA
        if workaround.option != workaround.name
    }
    assert renamed == {
        'handle_virt_lifecycle_events': 'ignore_virt_lifecycle_events',
        'enable_qemu_monitor_announce_self': 'qemu_monitor_announce_self',
    }


def test_options_are_named_in_files_as_in_code() -> None:
    for workaround in LIVE:
        for option in (workaround.toggle, *workaround.params):
            if isinstance(option, cfg.Opt):
                assert option.name == option.dest
                assert option.deprecated_opts == []


def test_only_lifecycle_events_have_inverted_polarity() -> None:
    inverted = {w.name for w in LIVE if w.polarity == 'disabled_by'}
    assert inverted == {
        'ignore_virt_lifecycle_events',
        'fsync_image_before_convert',
    }


def test_only_the_flush_is_on_by_default() -> None:
    on = [w.name for w in LIVE if w.is_on(default(w))]
    assert on == ['fsync_image_before_convert']


@pytest.mark.parametrize(
    ('value', 'on'), [([], False), (['normal'], True), (['vdpa'], True)]
)
def test_a_list_of_port_types_turns_the_wait_on(
    value: list[str], on: bool
) -> None:
    wait = LIVE_NOVA.get('wait_for_vif_plugged_event_during_hard_reboot')
    assert wait.is_on(value) is on


def test_announce_self_has_its_params_by_key() -> None:
    announce = LIVE_NOVA.get('qemu_monitor_announce_self')
    assert announce.param('count')[1].default == 3
    assert announce.param('interval')[1].default == 1


def test_how_each_stops_being_needed() -> None:
    fixes = {
        workaround.name: ' and '.join(help_text.fixes(workaround))
        for workaround in LIVE
    }
    assert fixes == FIXES


def test_bugs_are_unstated_where_nova_has_none() -> None:
    unstated = {
        workaround.name
        for workaround in LIVE
        if isinstance(workaround.bugs, workarounds.Unstated)
    }
    assert unstated == {
        'disable_group_policy_check_upcall',
        'unified_limits_count_pcpu_as_vcpu',
        'skip_cpu_compare_at_startup',
    }


def test_bugs() -> None:
    stated = {
        workaround.name: [url.rpartition('/')[2] for url in workaround.bugs]
        for workaround in LIVE
        if not isinstance(workaround.bugs, workarounds.Unstated)
    }
    assert stated == BUGS


def test_no_expiry_is_stated() -> None:
    stated = [
        workaround.name
        for workaround in LIVE
        if not isinstance(workaround.expires, workarounds.Unstated)
    ]
    assert stated == []


def test_introduced() -> None:
    assert {w.name: w.introduced for w in LIVE_NOVA} == NOVA_INTRODUCED


def test_only_one_default_of_nova_has_changed() -> None:
    changed = {w.name: w.former_defaults for w in LIVE if w.former_defaults}
    assert changed == {'disable_libvirt_livesnapshot': {'17.0.0': True}}


def test_deprecated_are_three() -> None:
    deprecated = {
        workaround.name: workaround.deprecated_since
        for workaround in LIVE
        if workaround.deprecated_since is not None
    }
    assert deprecated == {
        'disable_libvirt_livesnapshot': '19.0.0',
        'enable_numa_live_migration': '20.0.0',
        'disable_fallback_pcpu_query': '20.0.0',
    }


def test_only_image_inspection_weakens_security() -> None:
    weaker = {w.name for w in LIVE if w.weakens_security}
    assert weaker == {'disable_deep_image_inspection'}


def test_readers() -> None:
    readers: dict[Any, set[str]] = {}
    for workaround in LIVE:
        readers.setdefault(workaround.read_by, set()).add(workaround.name)
    assert readers[('nova-conductor',)] == {
        'enable_numa_live_migration',
        'skip_hypervisor_version_check_on_lm',
    }
    assert readers[('nova-scheduler',)] == {'disable_fallback_pcpu_query'}
    assert readers[()] == {
        'disable_rootwrap',
        'disable_compute_service_check_for_ffu',
        'unified_limits_count_pcpu_as_vcpu',
        'optimize_for_wide_provider_trees',
        'fsync_image_before_convert',
    }
    assert len(readers[('nova-compute',)]) == 13
    assert len(readers) == 4


def test_removed() -> None:
    removed = {tomb.name: tomb.removed_in for tomb in LIVE_NOVA.removed}
    assert removed == NOVA_REMOVED


def test_removed_options_had_the_name_of_the_workaround() -> None:
    for tomb in LIVE_NOVA.removed:
        assert tomb.options == (tomb.name,)


def test_a_condition_that_came_true_and_did_not_hold_is_reported() -> None:
    compare = LIVE_NOVA.get('skip_cpu_compare_on_dest')
    for fact in ('4.4.0', '2.9', '27.0.0', '2039803'):
        assert fact in compare.description


def test_placement() -> None:
    (wide,) = workarounds.Registry(placement.CATALOGUE)
    assert wide.option == 'optimize_for_wide_provider_trees'
    assert wide.toggle == wide.option
    assert wide.introduced == ('15.0.0', '12.0.2')


def test_qemu_img() -> None:
    (flush,) = workarounds.Registry(qemu_img.CATALOGUE)
    assert flush.name == 'fsync_image_before_convert'
    assert flush.option == 'disable_fsync_before_convert'
    assert flush.mutable
    assert flush.introduced is None
    assert flush.bugs == ('https://bugs.launchpad.net/qemu/+bug/1368815',)
    assert flush.fix == workarounds.PackageFix(
        component='qemu', version='2.2.0'
    )


def test_only_the_flush_is_mutable() -> None:
    assert [w.name for w in LIVE if w.mutable] == [
        'fsync_image_before_convert'
    ]


def test_no_two_summaries_are_equal() -> None:
    assert len({w.summary for w in LIVE}) == len(LIVE)


@pytest.mark.parametrize('workaround', LIVE, ids=names(LIVE))
def test_text_reads_well(workaround: workarounds.Workaround) -> None:
    summary = workaround.summary
    assert summary.endswith('.')
    assert len(summary) < 160
    assert '\n' not in summary
    # In the third person: "Flushes ...", "Does not ...", "Live-migrates ...".
    assert summary.split()[0].endswith('s')
    for paragraph in workaround.description.split('\n\n'):
        assert paragraph.endswith('.')
        assert '  ' not in paragraph
    # In a message, it stands in parentheses: "is deprecated (it is for ...)".
    assert not _text.clause(workaround.deprecated_reason or '')[:1].isupper()
