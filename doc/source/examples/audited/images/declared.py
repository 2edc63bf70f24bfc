# SPDX-License-Identifier: Apache-2.0
"""The workarounds of a small project."""

import workarounds

DECLARATIONS = [
    workarounds.Workaround(
        name='flush_images',
        summary='Flushes images to disk before they are converted.',
        bugs=['https://bugs.launchpad.net/qemu/+bug/1368815'],
        fix=workarounds.PackageFix(component='qemu', version='2.2.0'),
        expires='35.0.0',
        disabled_by='disable_flushes',
    ),
]
