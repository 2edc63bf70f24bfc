# SPDX-License-Identifier: Apache-2.0
"""Options that Nova no longer has, so that leftover lines are explained."""

import workarounds

DECLARATIONS = (
    workarounds.RemovedWorkaround(
        name='destroy_after_evacuate',
        options=['destroy_after_evacuate'],
        removed_in='14.0.0',
        introduced=['2015.1.0', '2014.2.4'],
        reason=(
            'unused since 12.0.0, in which evacuation leaves a record for '
            'the source host'
        ),
    ),
    workarounds.RemovedWorkaround(
        name='report_ironic_standard_resource_class_inventory',
        options=['report_ironic_standard_resource_class_inventory'],
        # No commit removed it: it was never on the main branch.
        removed_in='19.0.0',
        introduced='18.1.0',
        reason=(
            'only ever in Rocky, from 18.1.0 on; since 19.0.0 bare-metal '
            'nodes no longer report ordinary CPU, memory and disk'
        ),
    ),
    workarounds.RemovedWorkaround(
        name='enable_consoleauth',
        options=['enable_consoleauth'],
        removed_in='20.0.0',
        introduced='18.0.0',
        reason='the nova-consoleauth service was removed too',
    ),
    workarounds.RemovedWorkaround(
        name='disable_native_luksv1',
        options=['disable_native_luksv1'],
        removed_in='24.0.0',
        introduced='21.0.0',
        reason=(
            'libgcrypt 1.8.5 has the fix for slow LUKSv1 decryption (bug '
            '1869182, RHBZ 1762765)'
        ),
        precaution='shut guests down',
    ),
    workarounds.RemovedWorkaround(
        name='rbd_volume_local_attach',
        options=['rbd_volume_local_attach'],
        removed_in='24.0.0',
        introduced='21.0.0',
        reason=(
            'it served disable_native_luksv1, and libgcrypt 1.8.5 has the fix '
            'for both'
        ),
        precaution='shut guests down',
    ),
)
