# SPDX-License-Identifier: Apache-2.0
"""A Nova with a patch that reads the workaround for qemu-img.

Its distribution is not installed, so that its release is not known.
"""

import workarounds
from workarounds.catalogs import nova

CATALOGUE = workarounds.Catalogue(
    project='patched-nova',
    covers=nova.CATALOGUE.covers,
    declarations=nova.CATALOGUE.declarations,
    config='nova',
    uses=['qemu-img'],
)
