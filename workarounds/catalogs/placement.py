# SPDX-License-Identifier: Apache-2.0
"""The one workaround in Placement's ``[workarounds]`` group."""

# Where the facts come from: Placement's declaration, commit messages and
# release notes up to 2026-06-25.

import workarounds

_DECLARATIONS = (
    workarounds.Workaround(
        name='optimize_for_wide_provider_trees',
        summary=(
            'Drops invalid combinations early in the search for allocation '
            'candidates on hosts with many similar devices.'
        ),
        description=(
            'Without the workaround, a query for several such devices can '
            'take too long. See also max_allocation_candidates and '
            'allocation_candidates_generation_strategy in [placement].'
        ),
        bugs=['https://bugs.launchpad.net/placement/+bug/2126751'],
        # The option is itself the fix; its help says when to turn it on.
        fix=workarounds.Choice(
            'to drop invalid combinations early on hosts with many similar '
            'devices'
        ),
        expires=workarounds.Unstated('Placement names no release and no date'),
        # Backports are in stable/2025.1 and stable/2025.2 too, in no tag on
        # 2026-06-25.
        introduced=['15.0.0', '12.0.2'],
    ),
)

CATALOGUE = workarounds.Catalogue(
    project='openstack-placement',
    # The workarounds of its wheel are those of these sources.
    covers='16.0.0',
    declarations=_DECLARATIONS,
    config='placement',
)
