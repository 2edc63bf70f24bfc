# SPDX-License-Identifier: Apache-2.0
"""Images and disks on a compute host."""

import workarounds

DECLARATIONS = (
    workarounds.Workaround(
        name='ensure_libvirt_rbd_instance_dir_cleanup',
        summary=(
            'Deletes the local directory of a guest on every clean-up when '
            'its disks are on Ceph RBD.'
        ),
        description=(
            'Data is lost if instances_path in [DEFAULT] is shared between '
            'hosts: keep this off there.\n\n'
            'With images_type = rbd in [libvirt], Nova treats all files as '
            'shared and leaves the directory behind after an evacuation or a '
            'reverted resize.'
        ),
        bugs=[
            'https://bugs.launchpad.net/nova/+bug/1414895',
            'https://bugs.launchpad.net/nova/+bug/1761062',
        ],
        # No commit up to 34.0.0 closes one of them: they are only "Related"
        # or "Partial".
        fix=workarounds.AnyOf(
            workarounds.ConfigFix(
                'libvirt', 'images_type', other_than='rbd', default='default'
            ),
            workarounds.ReleaseFix(open_in='34.0.0'),
        ),
        expires=workarounds.Unstated(
            'Nova names no release and no date; the commit that added it '
            'wants separate checks for shared disks and other shared files'
        ),
        introduced=['19.0.0', '18.2.0', '17.0.10'],
        read_by=['nova-compute'],
    ),
    workarounds.Workaround(
        name='never_download_image_if_on_rbd',
        summary=(
            'Does not start a new guest on Ceph RBD if its image is not in '
            'the same Ceph cluster.'
        ),
        description=(
            'Without the workaround, Nova downloads such an image and uploads '
            'a full copy into the cluster, without a message. A stopgap for '
            'deployments with several image stores, which Nova does not '
            'support.'
        ),
        bugs=['https://bugs.launchpad.net/nova/+bug/1858877'],
        # Since 07025abf72, Nova asks Glance to copy the image instead.
        fix=workarounds.AnyOf(
            workarounds.ConfigFix(
                'libvirt', 'images_type', other_than='rbd', default='default'
            ),
            workarounds.ConfigFix(
                'libvirt', 'images_rbd_glance_store_name', since='22.0.0'
            ),
        ),
        expires=workarounds.Unstated('Nova names no release and no date'),
        introduced='21.0.0',
        read_by=['nova-compute'],
    ),
    workarounds.Workaround(
        name='reserve_disk_resource_for_image_cache',
        summary=(
            'Reserves disk space in Placement for the cached images, so that '
            'a host does not offer more space than it has.'
        ),
        description=(
            'The reservation follows a download with a delay and may then '
            'exceed the free space. See update_resources_interval in '
            '[DEFAULT].'
        ),
        bugs=['https://bugs.launchpad.net/nova/+bug/1878024'],
        # The commit that closes the bug, 89fe504abf, adds the option.
        fix=workarounds.Choice(
            'to count the image cache as used disk space, although the '
            'reservations come late'
        ),
        expires=workarounds.Unstated('Nova names no release and no date'),
        introduced=['22.0.0', '21.1.0', '20.3.0', '19.3.0'],
        read_by=['nova-compute'],
    ),
    workarounds.Workaround(
        name='disable_deep_image_inspection',
        summary="Hands images to qemu-img without Nova's safety inspection.",
        description=(
            'This removes the protection against bug 2059809. It is meant '
            'for images that the inspection rejects by mistake, as it did '
            'with vfat disks (bug 2079850) before 30.0.0, and with ISO images '
            'that have a GPT before 31.0.0. Before you turn this on, try to '
            'convert your images with this off.'
        ),
        bugs=[
            'https://bugs.launchpad.net/nova/+bug/2059809',
            'https://bugs.launchpad.net/nova/+bug/2079850',
        ],
        # By the tags that contain the commits 8de15e9a27 and 507c6c1113. The
        # first bug is the attack that the inspection prevents.
        fix=[
            workarounds.ReleaseFix(
                version='30.0.0',
                bug='https://bugs.launchpad.net/nova/+bug/2079850',
            ),
            workarounds.ReleaseFix(version='31.0.0'),
        ],
        expires=workarounds.Unstated('Nova names no release and no date'),
        introduced=['30.0.0', '29.1.0', '28.2.0', '27.4.0'],
        read_by=['nova-compute'],
        weakens_security=True,
    ),
)
