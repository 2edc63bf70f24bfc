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
            'hosts: leave it off there.\n\n'
            'With images_type = rbd in [libvirt], Nova treats all files as '
            'shared and leaves the directory behind after an evacuation or a '
            'reverted resize.'
        ),
        bugs=[
            'https://bugs.launchpad.net/nova/+bug/1414895',
            'https://bugs.launchpad.net/nova/+bug/1761062',
        ],
        fix=[
            workarounds.ReleaseFix(
                version=workarounds.Undetermined('Nova names no release'),
                bug='https://bugs.launchpad.net/nova/+bug/1414895',
            ),
            workarounds.ReleaseFix(
                version=workarounds.Undetermined('Nova names no release'),
                bug='https://bugs.launchpad.net/nova/+bug/1761062',
            ),
        ],
        expires=workarounds.Unstated(
            'Nova names no release and no date; the commit that added it '
            'wants separate checks for shared disks and other shared files'
        ),
        introduced='19.0.0',
        read_by=['nova-compute'],
    ),
    workarounds.Workaround(
        name='never_download_image_if_on_rbd',
        summary=(
            'Does not start a new guest on Ceph RBD if its image is not in '
            'the same Ceph cluster.'
        ),
        description=(
            'Without it, Nova downloads such an image and uploads a full copy '
            'into the cluster, without a message. A stopgap for deployments '
            'with several image stores, which Nova does not support.'
        ),
        bugs=['https://bugs.launchpad.net/nova/+bug/1858877'],
        fix=workarounds.ReleaseFix(
            version=workarounds.Undetermined(
                'Nova names no release that avoids the copies itself'
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
        fix=workarounds.ReleaseFix(
            version=workarounds.Undetermined(
                'Nova names no release that accounts for the image cache '
                'itself'
            ),
        ),
        expires=workarounds.Unstated('Nova names no release and no date'),
        introduced='22.0.0',
        read_by=['nova-compute'],
    ),
    workarounds.Workaround(
        name='disable_deep_image_inspection',
        summary=(
            'Hands images to qemu-img without the safety inspection that '
            'Nova does first.'
        ),
        description=(
            'This removes the protection against bug 2059809. It is meant '
            'for images that the inspection rejects by mistake, as it did '
            'with ISO images and with vfat disks (bug 2079850) at first.'
        ),
        bugs=[
            'https://bugs.launchpad.net/nova/+bug/2059809',
            'https://bugs.launchpad.net/nova/+bug/2079850',
        ],
        fix=workarounds.ReleaseFix(
            version=workarounds.Undetermined(
                'Nova names no release whose inspection accepts every good '
                'image'
            ),
        ),
        expires=workarounds.Unstated('Nova names no release and no date'),
        introduced='30.0.0',
        read_by=['nova-compute'],
        weakens_security=True,
    ),
)
