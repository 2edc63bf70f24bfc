# SPDX-License-Identifier: Apache-2.0
"""What may use or set a definition without its name as it is written.

::

    getattr(disk, f'_do_{kind}')()     # _do_raw
    disk._Disk__flush()                # __flush of the class Disk
    class Disk(outside.Base):          # Base may call any method of it
    Disk(_flush=True)                  # def __init__(self, **attributes)
"""

from collections.abc import Sequence

from workarounds.retire import computed_names
from workarounds.retire.name_uses import Project
from workarounds.retire.passes import outside_bases


def find_unnamed_use(
    name: str, path: str, scope_path: Sequence[str], project: Project
) -> str:
    """Return what may use a definition without its name, or ''.

    :param scope_path: the names of the class that it is in, and of what is
        around that; empty outside of classes
    """
    obstacle = computed_names.find_computed_use(
        name, path, project, in_class=bool(scope_path)
    )
    if obstacle or not scope_path:
        return obstacle
    # Outside of the class, a name such as __sync is written in full.
    full = f'_{scope_path[-1].lstrip("_")}{name}'
    for use in project.find_uses(full):
        return f'it is used as {full} ({use.place})'
    base = outside_bases.find_outside_base(path, scope_path, name, project)
    return f'{base}, a base class, may call it' if base else ''
