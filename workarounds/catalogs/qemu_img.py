# SPDX-License-Identifier: Apache-2.0
"""Workarounds for qemu-img, for every service that runs it."""

import workarounds

# No release of Nova had this workaround. It was proposed in 2014 (review
# 123957, openstack-dev of 2014-12-03); eight weeks later its author added the
# [workarounds] group.
_DECLARATIONS = (
    workarounds.Workaround(
        name='fsync_image_before_convert',
        summary=(
            'Flushes a downloaded image to disk before qemu-img converts it.'
        ),
        description=(
            'Without the workaround, an affected qemu-img can read parts of '
            'the image that are not on disk yet and write a corrupt raw '
            'image. Flushing costs time.\n\n'
            'Fixed upstream in QEMU 2.2.0. Distributions have backported the '
            'fix without changing the QEMU version, so check the version of '
            'the package.'
        ),
        bugs=['https://bugs.launchpad.net/qemu/+bug/1368815'],
        fix=workarounds.PackageFix(component='qemu', version='2.2.0'),
        expires=workarounds.Unstated(
            'several services with different versions share this catalogue'
        ),
        disabled_by='disable_fsync_before_convert',
        mutable=True,
    ),
)

# The code is in the services that use the catalogue.
CATALOGUE = workarounds.Catalogue(project=None, declarations=_DECLARATIONS)
