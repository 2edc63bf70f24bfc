# SPDX-License-Identifier: Apache-2.0
"""How Nova's services start, and how they run helper commands."""

import workarounds

DECLARATIONS = (
    workarounds.Workaround(
        name='disable_rootwrap',
        summary=(
            'Starts privileged helper commands with plain sudo instead of '
            'nova-rootwrap, which had become slow to start.'
        ),
        description=(
            'While this is on, rootwrap settings such as rootwrap_config in '
            '[DEFAULT] have no effect.\n\n'
            'Since 20.0.0 rootwrap starts privsep helpers and nothing else, '
            'so this saves little.'
        ),
        bugs=['https://bugs.launchpad.net/nova/+bug/1415106'],
        # Scripts that load pkg_resources start slowly; how setuptools or pbr
        # generated the script decides, and not a version.
        fix=workarounds.FileFix('nova-rootwrap', lacks='pkg_resources'),
        expires=workarounds.Unstated('Nova names no release and no date'),
        introduced='2015.1.0',
    ),
    workarounds.Workaround(
        name='disable_compute_service_check_for_ffu',
        summary=(
            'Logs a warning where a service would refuse to start because '
            'some compute service is too old.'
        ),
        description=(
            'For upgrades that skip releases: the new control plane starts '
            'while the database still lists the old computes. Turn this off '
            'when the upgrade is done.'
        ),
        bugs=['https://bugs.launchpad.net/nova/+bug/1958883'],
        fix=workarounds.Choice(
            'to start services beside computes that are too old, during an '
            'upgrade that skips releases'
        ),
        expires=workarounds.Unstated(
            'Nova names no release and no date; the commit that added it '
            'says that a better solution may follow'
        ),
        introduced=['25.0.0', '24.1.1', '23.2.1'],
    ),
    workarounds.Workaround(
        name='skip_cpu_compare_at_startup',
        summary=(
            'Starts nova-compute without comparing the configured CPU models '
            'with the host, which is left to libvirt.'
        ),
        description=(
            'Added as a precaution, since not every CPU model could be '
            'tested. A wrong cpu_models or cpu_model_extra_flags in [libvirt] '
            'is then not found at start.'
        ),
        bugs=workarounds.Unstated(
            'no bug in the declaration or the commit that added it, and no '
            'release note'
        ),
        fix=workarounds.ReleaseFix(
            version=workarounds.Undetermined(
                'Nova names no release whose comparison is right for every '
                'CPU model'
            ),
        ),
        expires=workarounds.Unstated('Nova names no release and no date'),
        introduced=['27.0.0', '26.2.1'],
        read_by=['nova-compute'],
    ),
)
