# SPDX-License-Identifier: Apache-2.0
"""The ``oslo.config.opts`` entry points of the catalogues.

Removed workarounds are left out, so that ``oslo-config-validator`` reports
their options.
"""

from workarounds.catalogs import nova as _nova
from workarounds.catalogs import placement as _placement
from workarounds.catalogs import qemu_img as _qemu_img
from workarounds.config import options
from workarounds.config.options import Listing
from workarounds.declarations.registry import Registry


def nova() -> Listing:
    """List the options of Nova's workarounds."""
    return options.list_opts(Registry(_nova.CATALOGUE))


def placement() -> Listing:
    """List the options of Placement's workarounds."""
    return options.list_opts(Registry(_placement.CATALOGUE))


def qemu_img() -> Listing:
    """List the options of the workarounds for qemu-img."""
    return options.list_opts(Registry(_qemu_img.CATALOGUE))
