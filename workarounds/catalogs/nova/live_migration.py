# SPDX-License-Identifier: Apache-2.0
"""Live migration: checks before it, and announcements after it."""

from oslo_config import cfg

import workarounds

DECLARATIONS = (
    workarounds.Workaround(
        name='enable_numa_live_migration',
        summary=(
            'Allows live migration of guests with a NUMA topology, although '
            'their topology is not recalculated for the destination.'
        ),
        description=(
            'CPU pinning and huge pages may not fit on the destination. This '
            'has an effect only in a cell that has computes older than 20.0.0.'
        ),
        bugs=['https://bugs.launchpad.net/nova/+bug/1289064'],
        fix=workarounds.ReleaseFix(version='20.0.0', scope='deployment'),
        expires=workarounds.Unstated(
            'Nova says "a future release"; a comment in its code says compute '
            'RPC 6.0, which came in 23.0.0'
        ),
        introduced=['19.0.0', '18.2.0', '17.0.11'],
        read_by=['nova-conductor'],
        deprecated_since='20.0.0',
        deprecated_reason=(
            'The NUMA topology is handled by live migration since 20.0.0.'
        ),
    ),
    workarounds.Workaround(
        name='skip_cpu_compare_on_dest',
        summary=(
            "Live-migrates without Nova's own comparison of the guest CPU "
            'with the destination host, which is left to libvirt.'
        ),
        description=(
            'Nova calls this safe with libvirt 4.4.0 and QEMU 2.9 or newer. A '
            'migration that cannot work then fails late, which is more '
            'costly.\n\n'
            'Nova planned to remove this workaround once it uses the newer '
            'CPU comparison of libvirt. Nova uses that since 27.0.0, but the '
            'workaround is still needed: in 2025 a project that deploys Nova '
            'tried to drop it, and migrations failed again (bug 2039803).'
        ),
        bugs=[
            'https://bugs.launchpad.net/nova/+bug/1913716',
            # These two by the commit 468b03e0ee of 27.0.0.
            'https://bugs.launchpad.net/ubuntu/+source/libvirt/+bug/1978064',
            'https://bugzilla.redhat.com/show_bug.cgi?id=2138381',
            # Cited by openstack-k8s-operators/nova-operator, not by Nova.
            'https://bugs.launchpad.net/nova/+bug/2039803',
        ],
        # The condition that Nova stated is met, and the bug remains.
        fix=workarounds.ReleaseFix(
            version='27.0.0',
            reopened='https://bugs.launchpad.net/nova/+bug/2039803',
        ),
        expires=workarounds.Unstated(
            'Nova names no release and no date; it planned the removal for '
            'when it uses the newer CPU comparison of libvirt, as 27.0.0 does'
        ),
        introduced=['26.0.0', '25.1.0'],
        read_by=['nova-compute'],
    ),
    workarounds.Workaround(
        name='skip_hypervisor_version_check_on_lm',
        summary=(
            'Allows live migration to a host with an older hypervisor than '
            'that of the source.'
        ),
        description='Libvirt has checks of its own and may still refuse.',
        bugs=['https://bugs.launchpad.net/nova/+bug/1982853'],
        # The commit that closes the bug, 00ed8a232b, adds the option.
        fix=workarounds.Choice(
            'to let a guest move to an older hypervisor, for example off a '
            'failing host'
        ),
        expires=workarounds.Unstated('Nova names no release and no date'),
        introduced=['26.0.0', '25.1.1'],
        read_by=['nova-conductor'],
    ),
    workarounds.Workaround(
        name='qemu_monitor_announce_self',
        summary=(
            'Makes QEMU announce the guest again after a live migration, so '
            'that switches learn its new location.'
        ),
        description=(
            'Libvirt marks such a guest as tainted.\n\n'
            'The announcements that QEMU sends itself can be lost while '
            'the network is not ready. Some fabrics, such as Arista VXLAN, '
            'ignore the first ones, hence a count and an interval since '
            '27.0.0. Before that, there was one announcement.'
        ),
        bugs=[
            'https://bugs.launchpad.net/nova/+bug/1815989',
            'https://bugs.launchpad.net/nova/+bug/1996995',
        ],
        # The commit a62dd42c0d closes the first one, for Open vSwitch; that
        # of 27.0.0 for the second one adds the parameters.
        fix=[
            workarounds.ReleaseFix(
                version='24.0.0',
                bug='https://bugs.launchpad.net/nova/+bug/1815989',
            ),
            workarounds.ManualFix(
                'whether guests are reachable right after a live migration '
                'without this workaround; it depends on the network'
            ),
        ],
        expires=workarounds.Unstated('Nova names no release and no date'),
        enabled_by='enable_qemu_monitor_announce_self',
        params={
            'count': cfg.IntOpt(
                'qemu_monitor_announce_self_count',
                default=3,
                min=1,
                help='How many times the guest is announced.',
            ),
            'interval': cfg.IntOpt(
                'qemu_monitor_announce_self_interval',
                default=1,
                min=1,
                help='Seconds between two announcements.',
            ),
        },
        introduced=['25.0.0', '24.1.0', '23.2.1'],
        read_by=['nova-compute'],
    ),
)
