# SPDX-License-Identifier: Apache-2.0
"""Guests on a compute host: power events, snapshots, APIC, hard reboot."""

from oslo_config import cfg
from oslo_config import types

import workarounds

DECLARATIONS = (
    workarounds.Workaround(
        name='ignore_virt_lifecycle_events',
        summary=(
            'Ignores start and stop events of the hypervisor, which race '
            'with reboots and could power off a running guest.'
        ),
        description=(
            'Nova then notices a change of power state only when it polls: '
            'see sync_power_state_interval in [DEFAULT].'
        ),
        bugs=[
            'https://bugs.launchpad.net/bugs/1444630',
            'https://bugs.launchpad.net/nova/+bug/1293480',
            'https://bugs.launchpad.net/nova/+bug/1443186',
        ],
        # By the tags that contain the commits bd8329b340, b19764d2c6 and, on
        # master, 1d4d00ec1c (on stable/kilo 2015.1.1).
        fix=[
            workarounds.ReleaseFix(
                version='12.0.0',
                bug='https://bugs.launchpad.net/nova/+bug/1293480',
            ),
            workarounds.ReleaseFix(
                version='12.0.0', bug='https://bugs.launchpad.net/bugs/1444630'
            ),
            workarounds.ReleaseFix(
                version='12.0.0',
                bug='https://bugs.launchpad.net/nova/+bug/1443186',
            ),
            workarounds.ManualFix(
                'whether guests shut down when a host or nova-compute '
                'restarts; Nova still warns of the race and cites no open bug'
            ),
        ],
        expires=workarounds.Unstated('Nova names no release and no date'),
        # The option names the normal behaviour: true turns the workaround off.
        disabled_by=cfg.BoolOpt(
            'handle_virt_lifecycle_events',
            default=True,
            help=(
                'Whether nova-compute acts on start and stop events of the '
                'hypervisor. Set this to false to ignore them.'
            ),
        ),
        introduced='12.0.0',
        read_by=['nova-compute'],
    ),
    workarounds.Workaround(
        name='disable_libvirt_livesnapshot',
        summary=(
            'Takes cold snapshots of guests instead of live ones, which busy '
            'hosts with libvirt 1.2.2 could not do reliably.'
        ),
        description=(
            'The cause was never found. Nova has refused libvirt 1.2.2 since '
            '16.0.0, and now refuses all versions before 8.0.0.'
        ),
        bugs=['https://bugs.launchpad.net/nova/+bug/1334398'],
        fix=workarounds.PackageFix(component='libvirt', affected='<=1.2.2'),
        expires=workarounds.Unstated(
            'Nova says "a future release" without a number'
        ),
        introduced='2015.1.0',
        # Nova's commit 980d0fcd75 changed the default.
        former_defaults={'17.0.0': True},
        read_by=['nova-compute'],
        deprecated_since='19.0.0',
        deprecated_reason=(
            'It is for libvirt 1.2.2, which Nova no longer supports.'
        ),
    ),
    workarounds.Workaround(
        name='libvirt_disable_apic',
        summary=(
            'Defines guests without an APIC, because some guest kernels hang '
            'while they set it up.'
        ),
        description='Only for CI and for the clouds of developers.',
        bugs=['https://bugs.launchpad.net/nova/+bug/1939108'],
        fix=workarounds.ManualFix(
            'the kernel inside the guests; Nova says that patched kernels '
            'exist, but not which versions'
        ),
        expires=workarounds.Unstated('Nova names no release and no date'),
        introduced=['24.0.0', '23.2.0'],
        read_by=['nova-compute'],
    ),
    workarounds.Workaround(
        name='wait_for_vif_plugged_event_during_hard_reboot',
        summary=(
            'Keeps a hard-rebooted guest from running until Neutron reports '
            'its ports of the listed types as plugged.'
        ),
        description=(
            'Some networking backends send the event at another time or not '
            'at all. List a port type only if the backend of this host sends '
            'it; see also vif_plugging_timeout in [DEFAULT].'
        ),
        bugs=[
            'https://bugs.launchpad.net/nova/+bug/1946729',
            # A comment in Nova's code waits for this one in Neutron.
            'https://bugs.launchpad.net/neutron/+bug/1821058',
        ],
        # nova/virt/libvirt/driver.py:4335 of 34.0.0 still waits for it.
        fix=workarounds.ReleaseFix(open_in='34.0.0'),
        expires=workarounds.Unstated(
            'Nova names no release and no date; a comment in its code waits '
            'for Neutron bug 1821058'
        ),
        enabled_by=cfg.ListOpt(
            'wait_for_vif_plugged_event_during_hard_reboot',
            item_type=types.String(
                choices=[
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
                ],
            ),
            default=[],
            help=(
                'Port types (vnic_type) for which a hard reboot waits for '
                'network-vif-plugged. An empty list waits for none.'
            ),
        ),
        introduced=['25.0.0', '24.1.0', '23.2.0', '22.4.0'],
        read_by=['nova-compute'],
    ),
)
