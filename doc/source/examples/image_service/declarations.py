# SPDX-License-Identifier: Apache-2.0
"""The workarounds of the image service."""

import workarounds

# A declaration of its own, not that of the catalogue qemu-img: the expiry is
# a version of this service.
DECLARATIONS = (
    workarounds.Workaround(
        name='fsync_image_before_convert',
        summary=(
            'Flushes a downloaded image to disk before qemu-img converts it.'
        ),
        bugs=['https://bugs.launchpad.net/qemu/+bug/1368815'],
        fix=workarounds.PackageFix(component='qemu', version='2.2.0'),
        expires='2.0.0',
        disabled_by='disable_fsync_before_convert',
        mutable=True,
    ),
)
