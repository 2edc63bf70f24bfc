# SPDX-License-Identifier: Apache-2.0
"""Where a guest may run: placement, server groups, quota."""

import workarounds

DECLARATIONS = (
    workarounds.Workaround(
        name='disable_group_policy_check_upcall',
        summary=(
            'Skips the last check of a server group on the compute host, '
            'which needs access to the API database.'
        ),
        description=(
            'For clouds with several cells whose computes cannot reach the '
            'API database. A guest that breaks the affinity rule of its group '
            'is then not caught there.\n\n'
            'See also track_instance_changes in [filter_scheduler].'
        ),
        bugs=workarounds.Unstated(
            'no bug in the declaration, the commit or the release note, only '
            'the blueprint cells-aware-api'
        ),
        # Nova 34.0.0 still asks (nova/compute/manager.py:1849), and
        # doc/source/admin/cells.rst calls affinity in Placement future work.
        fix=workarounds.ReleaseFix(open_in='34.0.0', scope='deployment'),
        expires=workarounds.Unstated(
            'Nova names no release and no date; it waits for affinity in '
            'Placement'
        ),
        introduced='16.0.0',
        read_by=['nova-compute'],
    ),
    workarounds.Workaround(
        name='disable_fallback_pcpu_query',
        summary=(
            'Does not query Placement a second time, for shared CPUs, when a '
            'guest requests pinned CPUs.'
        ),
        description=(
            'The second query is for computes that do not report '
            'dedicated CPUs (PCPU) yet, and costs time. Turn this on when '
            'every compute has cpu_dedicated_set in [compute] in place of '
            'vcpu_pin_set. Bug 1889633, found later, comes from that query.'
        ),
        bugs=['https://bugs.launchpad.net/nova/+bug/1889633'],
        # The second query serves vcpu_pin_set, which 34.0.0 still has
        # (nova/conf/compute.py:325). The commit 9c27033204 closes the bug.
        fix=[
            workarounds.ReleaseFix(open_in='34.0.0', scope='deployment'),
            workarounds.ReleaseFix(
                version='22.0.0',
                bug='https://bugs.launchpad.net/nova/+bug/1889633',
            ),
        ],
        expires=workarounds.Unstated(
            'Nova names no release; a comment in its code waits until support '
            'for vcpu_pin_set is dropped'
        ),
        introduced='20.0.0',
        read_by=['nova-scheduler'],
        deprecated_since='20.0.0',
        deprecated_reason=(
            'It was deprecated by the same commit that added it; Nova gives '
            'no reason.'
        ),
    ),
    workarounds.Workaround(
        name='unified_limits_count_pcpu_as_vcpu',
        summary=(
            'Counts dedicated CPUs against the limit for ordinary CPUs, as '
            'quotas did before unified limits.'
        ),
        description=(
            'This has an effect only if driver in [quota] selects unified '
            'limits.'
        ),
        bugs=workarounds.Unstated(
            'no bug in the declaration, the commit or the release note, only '
            'the blueprint unified-limits-nova'
        ),
        fix=workarounds.Choice(
            'to count dedicated CPUs in the old way or in the new one'
        ),
        expires=workarounds.Unstated('Nova names no release and no date'),
        introduced='25.0.0',
    ),
    workarounds.Workaround(
        name='skip_reserve_in_use_ironic_nodes',
        summary=(
            'Leaves bare-metal nodes unreserved in Placement while they are '
            'in use, as it was before bug 1974070 was fixed.'
        ),
        description=(
            'Nova reserves them so that nothing is scheduled to a node that '
            'Ironic is still cleaning (bug 1974070). Without automatic '
            'cleaning the reservation only delays the next use of a node.'
        ),
        bugs=['https://bugs.launchpad.net/nova/+bug/1974070'],
        # By the help of the option, since 3c022e9683 closed the bug.
        fix=workarounds.Choice(
            'to leave nodes in use unreserved; keep this off where Ironic '
            'cleans nodes automatically'
        ),
        expires=workarounds.Unstated('Nova names no release and no date'),
        introduced=['27.0.0', '26.1.0'],
        read_by=['nova-compute'],
    ),
)
