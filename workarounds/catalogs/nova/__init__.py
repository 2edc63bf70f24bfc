# SPDX-License-Identifier: Apache-2.0
"""Every workaround in Nova's ``[workarounds]`` group, by subject."""

# Where the facts come from: Nova's declarations, code comments, commit
# messages and release notes up to commit 00a030403f of 2026-08-21. They state
# no bug for some workarounds, no fixed version for most and a concrete expiry
# for none; such a gap is Unstated or Undetermined here, never filled by a
# guess. "introduced" is the first tag that contains the commit, and then the
# first tag of each older series that contains a backport of it. A comment
# marks what comes from another source.

import workarounds
from workarounds.catalogs.nova import guests
from workarounds.catalogs.nova import live_migration
from workarounds.catalogs.nova import removed
from workarounds.catalogs.nova import scheduling
from workarounds.catalogs.nova import services
from workarounds.catalogs.nova import storage

CATALOGUE = workarounds.Catalogue(
    project='nova',
    # 2026.2 Hibiscus, whose nova/conf/workarounds.py is that of the commit.
    covers='34.0.0',
    declarations=(
        *services.DECLARATIONS,
        *guests.DECLARATIONS,
        *live_migration.DECLARATIONS,
        *storage.DECLARATIONS,
        *scheduling.DECLARATIONS,
        *removed.DECLARATIONS,
    ),
    config='nova',
)
