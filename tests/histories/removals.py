# SPDX-License-Identifier: Apache-2.0
"""Options that people removed, and what is known of each removal."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Removal:
    """An option that a release no longer has.

    :param before: the release before
    :param after: the release without it
    :param is_on: people kept what it does
    """

    project: str
    before: str
    after: str
    option: str
    is_on: bool
    group: str = 'DEFAULT'


REMOVALS = [
    Removal(
        'nova', '19.0.0', '20.0.0', 'enable_consoleauth', False, 'workarounds'
    ),
    Removal('nova', '22.0.0', '23.0.0', 'use_usb_tablet', False, 'libvirt'),
    Removal(
        'nova',
        '23.0.0',
        '24.0.0',
        'disable_native_luksv1',
        False,
        'workarounds',
    ),
    Removal(
        'nova',
        '23.0.0',
        '24.0.0',
        'rbd_volume_local_attach',
        False,
        'workarounds',
    ),
    Removal(
        'nova',
        '27.0.0',
        '28.0.0',
        'query_placement_for_availability_zone',
        True,
        'scheduler',
    ),
    Removal('nova', '28.0.0', '29.0.0', 'use_forwarded_for', False, 'api'),
    Removal('cinder', '18.0.0', '19.0.0', 'enable_v2_api', False),
    Removal('cinder', '18.0.0', '19.0.0', 'enable_v3_api', True),
    Removal('glance', '15.0.2', '17.0.1', 'enable_image_import', True),
    Removal('glance', '15.0.2', '17.0.1', 'enable_v1_api', False),
    Removal('glance', '20.0.0', '21.0.0', 'enable_v2_api', True),
    Removal(
        'neutron', '17.0.0', '18.0.0', 'use_veth_interconnection', False, 'OVS'
    ),
    Removal('neutron', '20.0.0', '21.0.0', 'allow_overlapping_ips', True),
    Removal(
        'neutron', '20.0.0', '21.0.0', 'live_migration_events', True, 'nova'
    ),
    Removal('neutron', '21.0.0', '22.0.0', 'keepalived_use_no_track', True),
    Removal('ironic', '15.0.0', '16.0.0', 'require_agent_token', True),
]
